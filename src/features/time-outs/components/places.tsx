import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import { findsPlaces, type PlaceLine, type PlacesScreen } from '../queries'
import { OwnPlaces } from './own-places'

/** The way to the list, for who finds a place or keeps them. */
export async function PlacesLink() {
  const t = await getTranslations('timeOutPlaces')
  if (!findsPlaces(await currentActor())) return null
  return (
    <p className="mb-4">
      <AppLink href={paths.timeOuts}>{t('link')}</AppLink>
    </p>
  )
}

/** Free, or why not and until when. */
async function State({ line: { state } }: { line: PlaceLine }) {
  const t = await getTranslations('timeOutPlaces')
  const { day } = await formats()
  if ('free' in state) return <Tag tone="success">{t('free', state)}</Tag>
  const until = { day: day(state.until) }
  return <Tag tone="neutral">{state.why === 'taken' ? t('taken', until) : t('notYet', until)}</Tag>
}

/** Every place with whether it is free; and for who keeps them, the own ones. */
export async function Places({ screen, asked }: { screen: PlacesScreen; asked?: string }) {
  const t = await getTranslations('timeOutPlaces')
  const rows = screen.lines.map((line) => ({
    key: line.id,
    cells: {
      name: <span dir="auto">{line.name}</span>,
      state: <State line={line} />,
      kind: t(`kinds.${line.kind}`),
      organisation: line.organisation,
      municipality: <span dir="auto">{line.municipality}</span>,
      note: <span dir="auto">{line.note}</span>,
    },
  }))
  const column = (key: 'name' | 'state' | 'kind' | 'organisation' | 'municipality' | 'note') => ({
    key,
    label: t(`columns.${key}`),
  })
  return (
    <>
      <Section title={t('find')}>
        {screen.lines.length > 0 && <Notice tone="info">{t('reserveHow')}</Notice>}
        <Table
          caption={t('caption')}
          columns={[
            column('name'),
            column('state'),
            column('kind'),
            column('organisation'),
            column('municipality'),
            column('note'),
          ]}
          rows={rows}
          empty={<EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>}
        />
      </Section>
      {screen.keeps && <OwnPlaces screen={screen} asked={asked} />}
    </>
  )
}
