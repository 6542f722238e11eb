import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { ArrearsScreen } from '../arrears'

/** Arrears of rent: the landlord sees what it must do first; who was told sees what came of it. */
export async function Arrears({ arrears }: { arrears: ArrearsScreen | null }) {
  const t = await getTranslations()
  const { day } = await formats()
  if (!arrears) return null
  const { checklist, objects, reported, help, ended } = arrears
  const what = (list: string, { what: code, on }: { what: string; on: string }) =>
    `${t(codeKey(list, code))}, ${day(on)}`
  const items = [
    ...checklist.map(({ done, on }) => ({
      term: t(codeKey('arrearsStep', done)),
      value: <Tag tone={on ? 'success' : 'neutral'}>{on ? day(on) : t('case.arrears.notYet')}</Tag>,
    })),
    ...(reported
      ? [
          {
            term: t('case.arrears.reported'),
            value: t('case.arrears.months', { n: reported.months, on: day(reported.on) }),
          },
        ]
      : []),
    ...(help ? [{ term: t('case.arrears.help'), value: what('debtHelp', help) }] : []),
    ...(ended ? [{ term: t('case.arrears.ended'), value: what('arrearsEnd', ended) }] : []),
  ]
  return (
    <Section title={t('case.arrears.title')}>
      {objects && <p className="mb-4 font-bold">{t('case.arrears.objects')}</p>}
      <Facts items={items} />
    </Section>
  )
}
