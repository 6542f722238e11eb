// A row that was added wrongly is taken back: its record stays, and it counts no more. Nothing is ever wiped out.
import type { Actor } from '../case/actor'
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import type { Context } from '../kernel/context'
import type { Refusal } from '../kernel/step'
import { tasksOf } from './tracks'

/** The lists of which a row can be taken back, each with the step that adds one row to it. */
export const takeBackLists = {
  members: 'addMember',
  earlierAddresses: 'addEarlierAddress',
  exclusions: 'addExclusion',
  housingHistory: 'addHousingHistory',
  network: 'addNetwork',
  zrm: 'scoreZrm',
  tracks: 'keepTrack',
  criteria: 'judgeCriterion',
} as const
export type TakeBackList = keyof typeof takeBackLists
const lists = Object.keys(takeBackLists) as TakeBackList[]

export type Row = { readonly id: string; readonly organisationId: string } & Readonly<Record<string, unknown>>

/** Whose list it is: the provider's, but for a track, which is of whoever sees to it. */
const isHolder = (list: TakeBackList, row: Row, { role }: Actor) =>
  list === 'tracks' && row.holder === 'gemeente' ? role === 'regisseur' : role === 'mentor'

/** The rows that this actor may take back: those of their own organisation, and those of a list that they hold. */
export const rowsToTakeBack = (kase: Case, actor: Actor): { list: TakeBackList; row: Row }[] =>
  lists.flatMap((list) =>
    ((kase.of[list] ?? []) as readonly Row[])
      .filter((row) => row.organisationId === actor.organisationId || isHolder(list, row, actor))
      .map((row) => ({ list, row })),
  )

const nothing = (kase: Case, { actor }: Context): Refusal | null =>
  rowsToTakeBack(kase, actor).length ? null : { reason: 'nothingToWithdraw' }

/** Where somebody cannot live and why are two rows, for other readers: they are taken back together. */
const withReason = (kase: Case, { id, value }: Row): string[] => {
  const reason = kase.of.exclusionReasons?.findLast((row) => row.value === value)
  return kase.of.exclusions?.some((row) => row.id === id) && reason ? [id, reason.id] : [id]
}

export const takeBackRow = caseStep('takeBackRow', {
  input: c.takenBack.fields,
  blockedBy: [nothing],
  check: (kase, { row }, { actor }) =>
    rowsToTakeBack(kase, actor).some((one) => one.row.id === row)
      ? null
      : { reason: 'rowNotThere', field: 'row' },
  apply: (kase, { row, why }, { actor }) => {
    const found = rowsToTakeBack(kase, actor).find((one) => one.row.id === row)?.row
    const ids = found ? withReason(kase, found) : []
    return {
      append: { takenBack: ids.map((id) => ({ row: id, why })) },
      ...tasksOf((kase.of.tracks ?? []).filter((word) => word.id !== row)),
    }
  },
})
