// What minutes say, word for word the same on a screen and on paper.
import type { Action } from '@/domain/tafel/minutes'
import { codeKey } from '@/i18n/codes'
import type { Words } from '@/i18n/words'
import type { MinuteLine, MinutesScreen } from './minutes'

export type Writing = { readonly t: Words['t']; readonly format: Pick<Words['format'], 'longDay' | 'day'> }
type Said = { readonly name: string; readonly term: string; readonly value: string }
type Names = MinutesScreen['names']

/** What was decided, with everything that its outcome asked for. */
function decisionOf({ decision, conditions, objectUntil, form }: MinuteLine, names: Names, how: Writing) {
  const { t, format } = how
  const code = (list: string, value: string | null) => value && t(codeKey(list, value))
  const on = (value: string | null) => value && format.longDay(value)
  const condition = ({ condition, conditionBy, dueOn, word }: MinuteLine['conditions'][number]) =>
    [
      condition,
      code('conditionBy', conditionBy),
      on(dueOn),
      code('conditionState', word?.conditionState ?? null),
    ]
      .filter(Boolean)
      .join(' · ')
  return [
    ['outcome', code('outcome', decision.outcome)],
    ['municipality', decision.municipality && names.get(decision.municipality)],
    ['priority', code('priority', decision.priority)],
    ['contractForm', code('contractForm', decision.contractForm)],
    ['condition', conditions.map(condition).join('\n')],
    ['ground', code('refusalGround', decision.ground)],
    ['housingForm', code('housingForm', decision.housingForm)],
    ['toRegion', decision.toRegion],
    ['until', on(decision.until)],
    ['followUpBy', code('followUpBy', decision.followUpBy)],
    ['validUntil', on(decision.validUntil)],
    ['reviewOn', on(decision.reviewOn)],
    ['deciders', decision.deciders.map((seat) => t(codeKey('seat', seat))).join(', ')],
    ['clientText', decision.clientText],
    [
      'form',
      objectUntil ? t('minutes.besluit', { day: format.longDay(objectUntil) }) : t(`minutes.form.${form}`),
    ],
  ] as const
}

/** Why, for whoever may read that: with who did not agree, and from which agreement the table deviated. */
function reasonsOf({ notes, readySince }: MinuteLine, names: Names, { t, format: { longDay } }: Writing) {
  if (!notes) return []
  const { dissentBy, dissent, rule, deviation, exceptionUntil, readyThen, corrects, motivation } = notes
  const changed = readySince !== readyThen && readySince
  const then = readyThen ? [longDay(readyThen), changed && t('minutes.now', { day: longDay(changed) })] : null
  return [
    ['motivation', motivation],
    ['dissent', dissent && `${names.get(dissentBy ?? '') ?? ''}: ${dissent}`],
    ['rule', rule && t(codeKey('criterion', rule))],
    ['deviation', deviation],
    ['exceptionUntil', exceptionUntil && longDay(exceptionUntil)],
    ['readyThen', then?.filter(Boolean).join(' · ')],
    ['corrects', corrects],
  ] as const
}

/** The decision on a case and why, as terms; what says nothing is left out. */
export function saidOf(line: MinuteLine, names: Names, how: Writing): Said[] {
  const { t } = how
  const all = [...decisionOf(line, names, how), ...reasonsOf(line, names, how)]
  return [
    ...all.flatMap(([name, value]) =>
      value ? [{ name, term: name === 'form' ? t('minutes.formOf') : t(`fields.${name}.label`), value }] : [],
    ),
    { name: 'covenant', term: t('minutes.covenant'), value: String(line.covenantVersion) },
  ]
}

/** The case as the minutes call it. */
export const titleOf = ({ name, number }: MinuteLine) => [name, number].filter(Boolean).join(', ')

/** The meeting: where, with whom, and when its list was adopted. */
export function meetingOf(screen: MinutesScreen, { t, format }: Writing): Said[] {
  const { place, present, chairOn, secretaryOn } = screen
  const all = [
    ['place', place],
    ['present', present],
    ['adoptedChair', chairOn && format.longDay(chairOn)],
    ['adoptedSecretary', secretaryOn && format.longDay(secretaryOn)],
  ] as const
  return all.flatMap(([name, value]) => (value ? [{ name, term: t(`tafel.${name}`), value }] : []))
}

const actionOf = (action: Action, names: Names, { t }: Writing) =>
  action.kind === 'turn'
    ? { what: t(`tasks.${action.what}.label`), who: names.get(action.by) ?? t('minutes.table') }
    : { what: action.what, who: action.by ? t(codeKey('conditionBy', action.by)) : '' }

/** Who must do what by when: conditions and open tasks, the first day on top. */
export const actionsOf = ({ lines, names }: MinutesScreen, how: Writing) =>
  lines
    .flatMap((line) => line.actions.map((action) => ({ action, line })))
    .sort((a, b) => ((a.action.on ?? '9') < (b.action.on ?? '9') ? -1 : 1))
    .map(({ action, line }) => ({
      ...actionOf(action, names, how),
      number: line.number,
      on: action.on ? how.format.day(action.on) : '',
    }))
