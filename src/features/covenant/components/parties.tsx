import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { PartyShape } from '@/ui/party-shape'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { CovenantScreen } from '../queries'

const shapes = { gemeente: 'square', corporatie: 'triangle', zorgaanbieder: 'circle' } as const
const shapeOf = (kind: string) => shapes[kind as keyof typeof shapes] ?? 'diamond'

/** What it is, since when, and whom to ask. */
export async function Card({ screen: { card, versions } }: { screen: CovenantScreen }) {
  const t = await getTranslations('covenant')
  const { longDay } = await formats()
  const now = versions.find(({ holds }) => holds)
  const mail = (address: string) => <a href={`mailto:${address}`}>{address}</a>
  const items = [
    ...(card?.kind ? [{ term: t('card.kind'), value: t(`kinds.${card.kind}`) }] : []),
    { term: t('card.signedOn'), value: card?.signedOn ? longDay(card.signedOn) : t('card.unknown') },
    ...(now
      ? [{ term: t('card.version'), value: t('card.since', { n: now.number, day: longDay(now.validFrom) }) }]
      : []),
    { term: t('card.help'), value: card?.helpContact ? mail(card.helpContact) : t('card.nobody') },
    { term: t('card.privacy'), value: card?.privacyContact ? mail(card.privacyContact) : t('card.nobody') },
  ]
  return (
    <Section title={t('card.title')}>
      <Facts items={items} />
    </Section>
  )
}

/** Who holds the table, and who leads it. */
export async function TafelPeople({ screen: { card, tafel } }: { screen: CovenantScreen }) {
  const t = await getTranslations()
  const byRole = Map.groupBy(tafel, ({ role }) => role)
  const items = [
    { term: t('covenant.tafel.host'), value: card?.host ?? '' },
    ...[...byRole].map(([role, people]) => ({
      term: t(`roles.${role}`),
      value: (
        <ul>
          {people.map(({ name, organisation }) => (
            <li key={name + organisation}>
              <span dir="auto">{name}</span>, <span className="text-soft">{organisation}</span>
            </li>
          ))}
        </ul>
      ),
    })),
  ]
  return (
    <Section title={t('covenant.tafel.title')}>
      <Facts items={items} />
    </Section>
  )
}

/** The parties, by what kind of organisation they are. */
export async function Parties({ screen: { parties, day } }: { screen: CovenantScreen }) {
  const t = await getTranslations('covenant')
  const { longDay } = await formats()
  const columns = [
    { key: 'name', label: t('parties.name') },
    { key: 'kind', label: t('parties.kind') },
    { key: 'from', label: t('parties.from') },
    { key: 'acts', label: t('parties.acts') },
  ]
  const rows = parties.flatMap(({ kind, list }) =>
    list.map(({ name, from, until, actsFor }) => ({
      key: name + from,
      cells: {
        name: <span dir="auto">{name}</span>,
        kind: <PartyShape kind={shapeOf(kind)} label={t(`organisations.${kind}`)} />,
        from: (
          <span className="inline-flex flex-wrap gap-x-2">
            {until ? t('parties.fromUntil', { from: longDay(from), until: longDay(until) }) : longDay(from)}
            {until && until < day && <Tag tone="neutral">{t('parties.left')}</Tag>}
          </span>
        ),
        acts: actsFor ? t('parties.actsFor', { name: actsFor }) : '',
      },
    })),
  )
  return (
    <Section title={t('parties.title')}>
      <Table
        caption={t('parties.title')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={t('parties.none')}
      />
    </Section>
  )
}

/** The versions, the newest first. */
export async function Versions({ screen: { versions } }: { screen: CovenantScreen }) {
  const t = await getTranslations('covenant.versions')
  const { longDay } = await formats()
  return (
    <Section title={t('title')}>
      <p className="mb-4 text-soft">{t('help')}</p>
      <ul className="grid gap-2">
        {versions.map(({ number, validFrom, holds }) => (
          <li key={number} className="flex flex-wrap items-center gap-2">
            {t('version', { n: number, day: longDay(validFrom) })}
            {holds && <Tag tone="success">{t('holds')}</Tag>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
