import 'server-only'
// The numbers of a covenant version that a form can change: homes by line, and terms.
import { getTranslations } from 'next-intl/server'
import { numberOf } from '@/domain/covenant/change'
import type { ContingentLine } from '@/domain/covenant/contingent'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { formats } from '@/i18n/format'
import { today } from '@/server/clock'
import type { Version } from '@/server/covenant'
import type { Tx } from '@/server/db/client'
import { namesByKey } from '@/server/directory'
import { termsOf } from './agreements'

/** The most homes and working days that a version can hold. */
const HOMES = 10_000
const DAYS = 520

export type NumberAsked = {
  readonly name: string
  readonly label: string
  readonly unit: 'homes' | 'percent' | 'days'
  readonly value: number
  readonly max: number
  /** Of homes: the place of the line in the list. */
  readonly line?: number
  readonly term?: keyof RuleSet['terms']
}

/** A line of homes in words: whose, where, for whom and when. */
export async function lineWords(names: ReadonlyMap<string, string>) {
  const t = await getTranslations()
  const { period } = await formats()
  return ({ corporation, municipality, origin, from, until }: ContingentLine) =>
    t('covenantChange.line', {
      corporation: names.get(corporation) ?? corporation,
      where: municipality ? (names.get(municipality) ?? municipality) : t('contingent.everywhere'),
      who: origin ? t(`codes.origin.${origin}`) : t('contingent.everyone'),
      period: period(from, until),
    })
}

/** What can be changed by a number: lines that run or are to come, and the terms. */
export async function fieldsOf(tx: Tx, { rules }: Version): Promise<NumberAsked[]> {
  const t = await getTranslations('covenant.terms.of')
  const words = await lineWords(await namesByKey(tx))
  const lines = rules.contingent.lines.flatMap((line, i): NumberAsked[] =>
    line.until < today()
      ? []
      : [
          {
            name: `line-${i}`,
            label: words(line),
            unit: line.agreed.as === 'percentage' ? 'percent' : 'homes',
            value: numberOf(line),
            max: line.agreed.as === 'percentage' ? 100 : HOMES,
            line: i,
          },
        ],
  )
  const terms = termsOf(rules).map(
    ({ key, days }): NumberAsked => ({
      name: `term-${key}`,
      label: t(key),
      unit: 'days',
      value: days,
      max: DAYS,
      term: key,
    }),
  )
  return [...lines, ...terms]
}
