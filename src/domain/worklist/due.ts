// Tasks by when they end: too late, today, this week, later. A paused one waits on somebody else first.
import { addDays } from '../kernel/days'

export const dueGroups = ['overdue', 'today', 'week', 'later', 'paused'] as const
export type DueGroup = (typeof dueGroups)[number]

type Ending = { readonly dueOn: string; readonly pausedOn: string | null }

/** The Sunday of the week of a day; in the weekend that of the week to come, which is the one to prepare. */
export function endOfWeek(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, weekday === 6 ? 8 : 7 - weekday)
}

/** The first and the last day on which a task of this group ends; a paused one ends on any day. */
export function dueWithin(group: DueGroup, today: string): { from: string | null; until: string | null } {
  switch (group) {
    case 'overdue':
      return { from: null, until: addDays(today, -1) }
    case 'today':
      return { from: today, until: today }
    case 'week':
      return { from: addDays(today, 1), until: endOfWeek(today) }
    case 'later':
      return { from: addDays(endOfWeek(today), 1), until: null }
    case 'paused':
      return { from: null, until: null }
  }
}

/** In which group a task stands today. */
export const dueGroup = ({ dueOn, pausedOn }: Ending, today: string): DueGroup =>
  pausedOn
    ? 'paused'
    : dueOn < today
      ? 'overdue'
      : dueOn === today
        ? 'today'
        : dueOn <= endOfWeek(today)
          ? 'week'
          : 'later'
