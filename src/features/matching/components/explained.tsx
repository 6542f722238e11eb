import { getTranslations } from 'next-intl/server'
import type { Explained } from '@/domain/matching/fit'
import type { Why as WhyOf } from '@/domain/matching/run/questions'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Tag } from '@/ui/tag'

type T = Awaited<ReturnType<typeof getTranslations>>
type Format = Awaited<ReturnType<typeof formats>>

const MONEY = ['rent', 'limit']
const DAYS = ['availableFrom', 'wantedFrom']
const CODES: Readonly<Record<string, string>> = {
  form: 'contractForm',
  incomeClass: 'incomeClass',
  needed: 'accessibility',
  label: 'accessibility',
  asked: 'reachable',
}

/** A value in the words of its kind. */
function inWords(t: T, { money, day }: Format, key: string, value: string | number): string | number {
  if (MONEY.includes(key)) return money(Number(value))
  if (DAYS.includes(key)) return day(String(value))
  const list = CODES[key]
  return list ? t(codeKey(list, String(value))) : value
}

/** The values that a rule compared, the room that is left, and the norm behind it. */
function valuesOf(t: T, format: Format, { rule, compared, slack, norm }: Explained): string[] {
  const values = Object.entries(compared ?? {}).map(([key, value]) =>
    t(`matching.values.${key}`, { value: inWords(t, format, key, value) }),
  )
  const left = slack !== undefined && MONEY_RULES.includes(rule) ? leftOf(t, format, slack) : []
  const source = norm
    ? [
        t('matching.norm', {
          day: format.longDay(norm.validFrom),
          source: norm.source ?? t(`matching.status.${norm.status}`),
        }),
      ]
    : []
  return [...values, ...left, ...source]
}

const MONEY_RULES: readonly string[] = ['passendToewijzen', 'affordable', 'youthRent']
const leftOf = (t: T, { money }: Format, slack: number) => [
  t(slack < 0 ? 'matching.above' : 'matching.below', { amount: money(Math.abs(slack)) }),
]

const tones = { pass: 'success', fail: 'danger', unknown: 'neutral' } as const

/** Every rule with its verdict and its values, for who may read both sides. */
export async function Compared({ rules }: { rules: readonly Explained[] }) {
  const t = await getTranslations()
  const format = await formats()
  return (
    <ul className="mt-4 grid gap-3">
      {rules.map((result) => {
        const shown = Object.fromEntries(
          Object.entries(result.shown).map(([key, value]) => [
            key,
            key === 'label' ? value : inWords(t, format, key, value),
          ]),
        )
        const values = valuesOf(t, format, result)
        return (
          <li key={result.rule}>
            <span className="flex flex-wrap items-center gap-2">
              <Tag tone={result.verdict === 'fail' && result.warns ? 'warning' : tones[result.verdict]}>
                {t(`rules.${result.rule}.label`)}
              </Tag>
              <span>{t(`rules.${result.rule}.${result.verdict}`, shown)}</span>
            </span>
            {values.length > 0 && <span className="block text-sm text-soft">{values.join(' · ')}</span>}
          </li>
        )
      })}
    </ul>
  )
}

/** What is scarce between a client and a home, in round numbers or none. */
function scarcityWords(t: T, { what, cutOff, own }: NonNullable<WhyOf['scarcity']>): string {
  return cutOff === null ? t(`matching.scarce.${what}`) : t(`matching.cutOff.${what}`, { cutOff, own })
}

/** Urgency and fit as two numbers, and what stood in the way. */
export async function Why({ why, chosen = false }: { why: WhyOf | null; chosen?: boolean }) {
  const t = await getTranslations()
  if (!why) return null
  const { urgency, fit, scarcity, loss } = why
  const items = [
    { term: t('matching.urgency'), value: String(urgency) },
    ...(fit === null ? [] : [{ term: t('matching.fit'), value: t('matching.ofThousand', { n: fit }) }]),
    ...(chosen ? [{ term: t('matching.whyTitle'), value: t('matching.whyChosen') }] : []),
    ...(scarcity ? [{ term: t('matching.scarceTitle'), value: scarcityWords(t, scarcity) }] : []),
    ...(loss ? [{ term: t('matching.lossTitle'), value: t('matching.loses', { n: loss }) }] : []),
  ]
  return <Facts items={items} />
}
