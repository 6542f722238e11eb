import { getTranslations } from 'next-intl/server'
import type { Right } from '@/domain/case/sight'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Matrix } from '@/ui/matrix'
import { Section } from '@/ui/section'
import { SignatureLines } from '@/ui/signature-lines'
import type { Matrix as Rights, TableScreen } from '../queries'
import { whenOf } from '../who-sees'
import { fieldsOf, titleOf, whenSaid } from './sayings'

type T = Awaited<ReturnType<typeof getTranslations>>

/** A cell: the verb first, and below it during what. */
function cellOf(t: T, list: (names: readonly string[]) => string, kind: string, { sights, writes }: Right) {
  if (!sights.length && !writes) return null
  const verb = !sights.length ? 'writes' : writes ? 'both' : 'sees'
  const conditions = sights
    .map(whenOf)
    .filter((when) => when.says !== 'always' || when.consent)
    .map((when) => whenSaid(t, list, kind, when))
  return { text: t(`rights.cell.${verb}`), notes: conditions }
}

async function OneTable({ matrix: { kind, roles, rows } }: { matrix: Rights }) {
  const t = await getTranslations()
  const { list } = await formats()
  const kindName = t(`rights.kinds.${kind}`)
  return (
    <Section title={kindName}>
      <Matrix
        caption={t('rights.table.caption', { kind: kindName })}
        corner={t('rights.table.group')}
        none={t('rights.cell.nothing')}
        columns={roles.map((role) => ({ key: role, label: t(`roles.${role}`) }))}
        rows={rows.map(({ object, fields, rights }) => ({
          key: object,
          label: titleOf(t, kind, object),
          about: fieldsOf(t, object, fields),
          cells: Object.fromEntries(roles.map((role) => [role, cellOf(t, list, kind, rights[role])])),
        }))}
      />
    </Section>
  )
}

/** The whole matrix: a table for each kind of thing, and who is in none of them. */
export async function RightsTable({ screen }: { screen: TableScreen }) {
  const t = await getTranslations()
  const { list } = await formats()
  return (
    <>
      <p className="mb-6">
        {t('rights.table.none', { roles: list(screen.none.map((role) => t(`roles.${role}`))) })}
      </p>
      {screen.matrices.map((matrix) => (
        <OneTable key={matrix.kind} matrix={matrix} />
      ))}
    </>
  )
}

/** What somebody signs: which rights, of which agreement, on which day. */
export async function Signing({
  screen: { covenant, organisation, version, on, mark },
}: {
  screen: TableScreen
}) {
  const t = await getTranslations('rights.sign')
  const { longDay } = await formats()
  const items = [
    { term: t('covenant'), value: covenant },
    ...(version
      ? [{ term: t('version'), value: t('since', { n: version.number, day: longDay(version.validFrom) }) }]
      : []),
    { term: t('mark'), value: <span className="ui-num">{mark}</span>, note: t('markHelp') },
    { term: t('on'), value: longDay(on) },
    { term: t('organisation'), value: organisation },
  ]
  return (
    <Section title={t('title')}>
      <p className="ui-print-hide mb-4 text-soft">{t('help')}</p>
      <Facts items={items} />
      <SignatureLines labels={[t('name'), t('function'), t('day'), t('signature')]} />
    </Section>
  )
}
