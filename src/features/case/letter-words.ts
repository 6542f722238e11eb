// What the letter about a decision says, word for word the same on a screen and on paper.
import { codeKey } from '@/i18n/codes'
import type { Words } from '@/i18n/words'
import type { LetterScreen } from './letter-queries'

export type Writing = { readonly t: Words['t']; readonly format: Pick<Words['format'], 'longDay'> }
type Said = { readonly term: string; readonly value: string }

/** How it begins: to whom, whether it replaces an earlier one, and the outcome. */
export function opening({ head, letter }: LetterScreen, { t, format }: Writing): string[] {
  return [
    t('letter.dear', { name: head.name ?? head.initials ?? '' }),
    ...(letter.replacesOf ? [t('letter.replaces', { day: format.longDay(letter.replacesOf) })] : []),
    t('letter.outcome', { outcome: t(codeKey('outcome', letter.outcome)) }),
  ]
}

/** What belongs to the outcome: conditions, days, and where else somebody may live. */
export function factsOf({ letter }: LetterScreen, { t, format: { longDay } }: Writing): Said[] {
  const code = (list: string, value: string | null) => value && t(codeKey(list, value))
  const conditions = letter.conditions.map(({ condition, conditionBy, conditionOn }) =>
    [condition, code('conditionBy', conditionBy), conditionOn && longDay(conditionOn)]
      .filter(Boolean)
      .join(' · '),
  )
  const all = [
    ['conditions', conditions.join('\n')],
    ['ground', code('refusalGround', letter.ground)],
    ['housingForm', code('housingForm', letter.housingForm)],
    ['toRegion', letter.toRegion],
    ['until', letter.until && longDay(letter.until)],
    ['validUntil', letter.validUntil && longDay(letter.validUntil)],
    ['reviewOn', letter.reviewOn && longDay(letter.reviewOn)],
  ] as const
  return all.flatMap(([name, value]) => (value ? [{ term: t(`letter.${name}`), value }] : []))
}

/** What kind of decision it is, and what the client can do about it. */
export function whatFollows(
  { letter, municipality, covenant }: LetterScreen,
  { t, format }: Writing,
): string[] {
  return [
    t(`letter.form.${letter.form}`, { municipality, covenant }),
    letter.objectUntil
      ? t('letter.object', { municipality, day: format.longDay(letter.objectUntil) })
      : t('letter.disagree'),
    t('letter.questions'),
  ]
}
