import { getTranslations } from 'next-intl/server'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { type Agreement, agreementsOf, termsOf } from '../agreements'

type T = Awaited<ReturnType<typeof getTranslations>>
type List = (names: readonly string[]) => string

const evidence = (t: T, value: string, paper: string, when: string) =>
  t(value, { paper: t(`codes.paper.${paper}`), when: t(`covenant.agreements.evidence.cases.${when}`) })

/** The values of an agreement in words; a list of rows gets a line for each. */
function linesOf(t: T, list: List, { key, said }: Agreement): string[] {
  const value = `covenant.agreements.${key}.value`
  switch (said.says) {
    case 'codes': {
      const each = said.values.map((v) => t(`codes.${said.list}.${v}`))
      return each.some((one) => one.includes(',')) ? each : [list(each)]
    }
    case 'steps':
      return [said.values.length ? list(said.values.map((v) => t(`steps.${v}.label`))) : t('covenant.none')]
    case 'parts':
      return [list(said.values.map((v) => t(`compartments.${v}.title`)))]
    case 'evidence':
      return said.asked.length
        ? said.asked.map(({ paper, when }) => evidence(t, value, paper, when))
        : [t('covenant.none')]
    case 'number':
      return [t(value, { n: said.value })]
    case 'option':
      return [t(`covenant.agreements.${key}.options.${said.value}`)]
    case 'months':
      return [t(value, { months: list(said.values.map(String)) })]
    case 'hours':
      return [t(value, { from: said.from, until: said.until })]
    case 'consequences': {
      const each = Object.entries(said.days).map(([step, n]) =>
        t(value, { step: t(`steps.${step}.label`), n }),
      )
      return each.length ? each : [t('covenant.none')]
    }
    case 'rows':
      return said.rows.map((row) => t(value, row))
  }
}

/** These agreements, each with what it does. */
async function Said({ agreements }: { agreements: readonly Agreement[] }) {
  const t = await getTranslations()
  const { list } = await formats()
  const items = agreements.map((agreement) => ({
    term: t(`covenant.agreements.${agreement.key}.label`),
    value: (
      <ul>
        {linesOf(t, list, agreement).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ),
    note: t(`covenant.agreements.${agreement.key}.does`),
  }))
  return <Facts items={items} />
}

/** What the parties agreed, and apart from it every rule of the uitstroomtafel. */
export async function Agreements({ rules }: { rules: RuleSet }) {
  const t = await getTranslations('covenant.agreements')
  const { tafel = [], others = [] } = Object.groupBy(agreementsOf(rules), ({ of }) =>
    of === 'tafel' ? 'tafel' : 'others',
  )
  return (
    <>
      <Section title={t('title')}>
        <p className="mb-4 text-soft">{t('help')}</p>
        <Said agreements={others} />
      </Section>
      <Section title={t('tafelTitle')}>
        <p className="mb-4 text-soft">{t('tafelHelp')}</p>
        <Said agreements={tafel} />
      </Section>
    </>
  )
}

/** How long everyone has, in working days. */
export async function Terms({ rules }: { rules: RuleSet }) {
  const t = await getTranslations()
  const { list } = await formats()
  const columns = [
    { key: 'term', label: t('covenant.terms.task') },
    { key: 'who', label: t('covenant.terms.who') },
    { key: 'days', label: t('covenant.terms.days'), align: 'right' as const },
  ]
  const rows = termsOf(rules).map(({ key, days, roles }) => ({
    key,
    cells: {
      term: t(`covenant.terms.of.${key}`),
      who: roles.length ? list(roles.map((role) => t(`roles.${role}`))) : t('covenant.terms.unused'),
      days: <span className="whitespace-nowrap">{t('covenant.terms.n', { n: days })}</span>,
    },
  }))
  return (
    <Section title={t('covenant.terms.title')}>
      <p className="mb-4 text-soft">{t('covenant.terms.help')}</p>
      <Table caption={t('covenant.terms.title')} captionHidden columns={columns} rows={rows} empty={null} />
    </Section>
  )
}
