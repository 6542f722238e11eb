import 'server-only'
// The sentences of an agreement, each beside what it means in plain words: those of the model, and those of a party itself.
import { clausesOf } from '@/domain/tenancy/agreement'
import { codeKey } from '@/i18n/codes'
import type { Words } from '@/i18n/words'
import type { Block } from '@/server/pdf/description'
import type { AgreementFacts } from './facts'

/** Room to write by hand. */
export const BLANK = '……………………………………'

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })

/** A sentence in each row, and what it means. */
const besides = (rows: readonly string[][], t: Words['t']): Block => ({
  kind: 'table',
  columns: [
    { label: t('agreement.clause'), share: 1 },
    { label: t('agreement.plainly'), share: 1 },
  ],
  rows,
})

/** Each sentence, and beside it what it means. */
export function clausesOn(screen: AgreementFacts, { t, format }: Words): Block[] {
  const { agreement, form, startOn, rent, omklapMonths, support } = screen
  const values = {
    start: format.longDay(startOn),
    rent: rent === null ? BLANK : format.money(rent),
    hours: support?.hoursPerWeek ?? BLANK,
    months: omklapMonths,
    ends: screen.endsOn ? format.longDay(screen.endsOn) : BLANK,
    ground: screen.temporaryGround ? t(codeKey('temporaryGround', screen.temporaryGround)) : BLANK,
  }
  const rows = clausesOf(agreement, form).map((clause, at) => [
    `${at + 1}. ${t(`agreement.${agreement}.${clause}.text`, values)}`,
    t(`agreement.${agreement}.${clause}.plain`),
  ])
  return [heading(t('agreement.clauses')), besides(rows, t)]
}

/** Each party's own clauses, under its name. */
export const ownOn = ({ own }: AgreementFacts, { t }: Words): Block[] =>
  own.flatMap(({ name, clauses }): Block[] => {
    if (!clauses.length) return []
    const rows = clauses.map(({ text, plain }, at) => [`${at + 1}. ${text}`, plain])
    return [heading(t('agreement.ownOf', { name })), besides(rows, t)]
  })
