import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { actionsOf, meetingOf, saidOf, titleOf } from '../minute-words'
import type { MinuteLine, MinutesScreen } from '../minutes'

type Names = { names: MinutesScreen['names'] }
type Said = ReturnType<typeof saidOf>[number]

const shown = ({ name, term, value }: Said) => ({
  term,
  value:
    name === 'outcome' ? (
      <strong>{value}</strong>
    ) : (
      <span className="whitespace-pre-line" dir="auto">
        {value}
      </span>
    ),
})

async function Item({ line, names }: { line: MinuteLine } & Names) {
  const t = await getTranslations()
  const format = await formats()
  return (
    <Section
      title={<span dir="auto">{titleOf(line)}</span>}
      aside={
        <span className="flex flex-wrap gap-x-6 gap-y-3">
          {line.notes && <AppLink href={paths.weighed(line.caseId)}>{t('weighed.open')}</AppLink>}
          <AppLink href={paths.subject('case', line.caseId)}>{t('minutes.toCase')}</AppLink>
        </span>
      }
    >
      {line.replaced.map(({ version, adoptedOn }) => (
        <p key={version} className="mb-3">
          {t('minutes.replaces', { day: format.longDay(adoptedOn ?? '') })}
        </p>
      ))}
      <Facts items={saidOf(line, names, { t, format }).map(shown)} />
    </Section>
  )
}

/** Who must do what by when. */
async function Actions({ screen }: { screen: MinutesScreen }) {
  const t = await getTranslations()
  const format = await formats()
  const rows = actionsOf(screen, { t, format }).map(({ what, number, who, on }, at) => ({
    key: String(at),
    cells: {
      what: (
        <span dir="auto" className="wrap-anywhere font-normal">
          {what}
        </span>
      ),
      case: <span className="whitespace-nowrap">{number}</span>,
      who,
      on,
    },
  }))
  const columns = [
    { key: 'what', label: t('minutes.what') },
    { key: 'case', label: t('list.number') },
    { key: 'who', label: t('minutes.who') },
    { key: 'on', label: t('minutes.by') },
  ]
  return (
    <Section title={t('minutes.actions')}>
      <Table
        caption={t('minutes.actions')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={<p>{t('minutes.noActions')}</p>}
      />
    </Section>
  )
}

/** The minutes on screen and on paper: the meeting, each decision, and what is to be done. */
export async function Minutes({ screen }: { screen: MinutesScreen }) {
  const t = await getTranslations()
  const format = await formats()
  const { lines, names } = screen
  return (
    <div className="grid gap-8">
      <Section title={t('tafel.meeting')}>
        <Facts items={meetingOf(screen, { t, format }).map(shown)} />
      </Section>
      {lines.map((line) => (
        <Item key={line.caseId} line={line} names={names} />
      ))}
      {lines.length === 0 && <EmptyState title={t('minutes.none')}>{t('minutes.noneHelp')}</EmptyState>}
      {lines.length > 0 && <Actions screen={screen} />}
    </div>
  )
}
