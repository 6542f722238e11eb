import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import type { CandidateScreen } from '@/server/reserve'
import { Tag } from '@/ui/tag'
import { type RuleLine, RuleList } from './rule-list'

const tones = { pass: 'success', fail: 'danger', unknown: 'neutral' } as const

/** Every rule with its verdict, in words. */
export async function rulesInWords(results: CandidateScreen['results']): Promise<RuleLine[]> {
  const t = await getTranslations()
  const { money, day } = await formats()
  const shownAs = (key: string, value: string | number) =>
    key === 'rent' ? money(Number(value)) : key === 'availableFrom' ? day(String(value)) : value
  return results.map(({ rule, verdict, warns, shown }): RuleLine => {
    const values = Object.fromEntries(Object.entries(shown).map(([k, v]) => [k, shownAs(k, v)]))
    const tone = verdict === 'fail' && warns ? 'warning' : tones[verdict]
    return [tone, t(`rules.${rule}.label`), t(`rules.${rule}.${verdict}`, values)]
  })
}

/** The rules of one candidate. */
export const Rules = async ({ results }: { results: CandidateScreen['results'] }) => (
  <RuleList lines={await rulesInWords(results)} />
)

/** How a candidate stands to the dwelling: priority, days waited, whether it fits, and whether they refused it before. */
export async function Standing({ candidate: c }: { candidate: CandidateScreen }) {
  const t = await getTranslations()
  return (
    <>
      {c.priority && (
        <Tag tone={c.priority === 'normaal' ? 'neutral' : 'warning'}>{t(`codes.priority.${c.priority}`)}</Tag>
      )}
      <span className="text-soft">{t('case.waitingDays', { n: c.waitingDays })}</span>
      <Tag tone={c.excluded ? 'danger' : 'success'}>
        {t(c.excluded ? 'dwelling.doesNotFit' : 'dwelling.fits')}
      </Tag>
      {c.refused && (
        <Tag tone={c.refused === 'same' ? 'neutral' : 'info'}>
          {t(`dwelling.reserve.refused.${c.refused}`)}
        </Tag>
      )}
    </>
  )
}
