import { getTranslations } from 'next-intl/server'
import { listedBy, type ThenAndNow } from '@/domain/tafel/then-and-now'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { said } from '../said'
import type { WeighedDecision, WeighedScreen } from '../weighed-queries'

type T = Awaited<ReturnType<typeof getTranslations>>
type Format = Awaited<ReturnType<typeof formats>>

/** What of a list it is about: "Binding met de regio". */
const aboutOf = (t: T, format: Format, { facts, about }: ThenAndNow) =>
  about && said(t, format, facts, { name: listedBy[facts] ?? '', value: about })

const toldOf = (t: T, format: Format, { facts, field }: ThenAndNow, value: unknown) => (
  <span className="whitespace-pre-line" dir="auto">
    {value === null || value === '' ? t('weighed.unknown') : said(t, format, facts, { name: field, value })}
  </span>
)

const rowOf = (t: T, format: Format, one: ThenAndNow) => ({
  key: `${one.facts} ${one.about} ${one.field}`,
  cells: {
    fact: (
      <>
        <span className="block text-sm text-soft">{t(`compartments.${one.facts}.title`)}</span>
        {[aboutOf(t, format, one), labelOf(t, one.facts, one.field)].filter(Boolean).join(': ')}
      </>
    ),
    was: toldOf(t, format, one, one.was),
    now: toldOf(t, format, one, one.now),
    both: toldOf(t, format, one, one.now),
  },
})

const columnsOf = (t: T, names: readonly string[]) =>
  names.map((key) => ({ key, label: t(`weighed.${key}`) }))

/** What changed since, side by side; what stayed as it was, for who opens it. */
async function Beside({ facts }: { facts: readonly ThenAndNow[] }) {
  const t = await getTranslations()
  const format = await formats()
  const changed = facts.filter((one) => one.changed)
  const same = facts.filter((one) => !one.changed)
  const table = (caption: string, of: readonly ThenAndNow[], columns: readonly string[]) => (
    <Table
      caption={caption}
      captionHidden
      columns={columnsOf(t, columns)}
      rows={of.map((one) => rowOf(t, format, one))}
      empty={null}
    />
  )
  return (
    <>
      <p className="mb-3 font-bold">{t('weighed.changed', { n: changed.length })}</p>
      {table(t('weighed.changed', { n: changed.length }), changed, ['fact', 'was', 'now'])}
      {same.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={t('weighed.same', { n: same.length })}>
            {table(t('weighed.same', { n: same.length }), same, ['fact', 'both'])}
          </Disclosure>
        </div>
      )}
    </>
  )
}

async function Decision({ decision }: { decision: WeighedDecision }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const { step, on, outcome, tafel, facts } = decision
  const what = outcome ? t(codeKey('outcome', outcome)) : null
  return (
    <Section
      title={[t(`weighed.kinds.${step}`, { day: longDay(on) }), what].filter(Boolean).join(': ')}
      aside={tafel && <AppLink href={paths.minutes(tafel)}>{t('minutes.openOf')}</AppLink>}
    >
      {facts === null && <p>{t('weighed.notKept')}</p>}
      {facts !== null && <Beside facts={facts} />}
    </Section>
  )
}

/** Each decision on a case with what was known then beside what is known now, the last on top. */
export async function Weighed({ screen: { decisions } }: { screen: WeighedScreen }) {
  const t = await getTranslations('weighed')
  if (!decisions.length) return <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
  return (
    <>
      {decisions.map((decision) => (
        <Decision key={decision.key} decision={decision} />
      ))}
    </>
  )
}
