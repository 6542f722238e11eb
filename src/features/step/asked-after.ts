import 'server-only'
// What a task begins with that is given because another one is too late: the question, of whom, and by when.
import { getTranslations } from 'next-intl/server'
import type { Case } from '@/domain/case/case'
import type { Context } from '@/domain/kernel/context'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { followUpOf } from '@/domain/notes/follow-up'
import { formats } from '@/i18n/format'

/** The first answers of that form; `waits` is the task that an address names. Nothing for any other step or task. */
export async function askedAfter(
  step: Step,
  subject: Loaded<Compartments>,
  { noteReaders: readers = [], today }: Context,
  waits: unknown,
) {
  if (step.name !== 'giveTask') return {}
  const turn = subject.turns.find(({ task }) => task === waits)
  const mentor = (subject as unknown as Case).of.parties?.mentorName ?? null
  const found = followUpOf(turn, { readers, mentor, today })
  if (!found) return {}
  const t = await getTranslations()
  const { longDay } = await formats()
  const noteText = t(turn && turn.dueOn < today ? 'notes.askLate' : 'notes.ask', {
    task: t(`tasks.${found.turn.task}.label`),
    day: longDay(found.turn.dueOn),
  })
  return { noteText, forWhom: found.forWhom, dueOn: found.dueOn }
}

/** What is the answer most often, whatever the case says. */
export const usually = ({ today }: Context) => ({ awayFrom: today, signingWay: 'inApp' })
