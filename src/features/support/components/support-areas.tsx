import { getTranslations } from 'next-intl/server'
import { readsSupport } from '@/domain/organisation/support-areas'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import type { SupportArea, SupportSaidBefore } from '@/server/support'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { SupportScreen } from '../queries'
import { Guides } from './guides'
import { OwnAreas } from './own-areas'

/** The way to it, for who says or reads where providers guide. */
export async function SupportLink() {
  if (!readsSupport(await currentActor())) return null
  const t = await getTranslations('supportAreas')
  return (
    <p className="mb-4">
      <AppLink href={paths.supportAreas}>{t('title')}</AppLink>
    </p>
  )
}

/** Who guides where, for the regie and the gemeenten. */
async function All({ areas }: { areas: readonly SupportArea[] }) {
  const t = await getTranslations('supportAreas')
  const { day } = await formats()
  const column = (key: 'organisation' | 'municipality' | 'guides' | 'reach' | 'left' | 'said') => ({
    key,
    label: t(`columns.${key}`),
  })
  const rows = areas.map((area) => ({
    key: `${area.organisationId} ${area.municipalityId}`,
    cells: {
      organisation: area.organisation,
      municipality: area.municipality,
      guides: <Guides guides={area.guides} />,
      reach: area.guides ? t(area.always ? 'always' : 'byDay') : '',
      left: area.left === null ? '' : t('leftOf', { left: area.left, places: area.places ?? 0 }),
      said: day(area.on),
    },
  }))
  return (
    <Section title={t('all')}>
      <Table
        caption={t('all')}
        captionHidden
        columns={[
          column('organisation'),
          column('municipality'),
          column('guides'),
          column('reach'),
          { ...column('left'), align: 'right' },
          column('said'),
        ]}
        rows={rows}
        empty={<EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>}
      />
      <p className="mt-4 text-soft">{t('leftHelp')}</p>
    </Section>
  )
}

/** Who said what before. */
async function Before({ before }: { before: readonly SupportSaidBefore[] }) {
  const t = await getTranslations('supportAreas')
  const { longDay } = await formats()
  const items = before.map((said) => ({
    key: `${said.municipalityId} ${said.number}`,
    title: said.municipality,
    detail: t('moment', { name: said.name ?? t('elsewhere'), on: longDay(said.on), time: said.at }),
    meta: [
      ...(said.guides ? [t(said.always ? 'always' : 'byDay')] : []),
      ...(said.places === null ? [] : [t('placesSaid', { n: said.places })]),
    ].join(' · '),
    status: <Guides guides={said.guides} />,
  }))
  return (
    <Section title={t('earlier')}>
      <ItemList items={items} empty={<p className="text-soft">{t('never')}</p>} />
    </Section>
  )
}

/** What holds: of the own organisation, or of all. */
export function SupportAreas({ screen, asked }: { screen: SupportScreen; asked?: string }) {
  if (screen.all) return <All areas={screen.all} />
  return (
    <div className="grid gap-8">
      <OwnAreas screen={screen} {...(asked && { asked })} />
      <Before before={screen.before} />
    </div>
  )
}
