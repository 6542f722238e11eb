import { getTranslations } from 'next-intl/server'
import type { Figure } from '@/domain/report/tafel-figures'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Button } from '@/ui/button'
import { ChoiceField } from '@/ui/choice-field'
import { EmptyState } from '@/ui/empty-state'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { type FiguresScreen, periods } from '../figures'

type Props = { screen: FiguresScreen }
type T = Awaited<ReturnType<typeof getTranslations>>

const ofAll = (t: T, { n, of }: Pick<Figure, 'n' | 'of'>, limit: number) => {
  if (of === 0) return t('none')
  if (of === null) return t('tooFew', { limit })
  return n === null ? t('few', { of }) : t('of', { n, of })
}

/** Over how many months: a small form that works without a script. */
async function Period({ screen }: Props) {
  const t = await getTranslations('tafelFigures')
  return (
    <form method="get" action={paths.tafelFigures} className="ui-form print:hidden">
      <ChoiceField
        name="months"
        label={t('period')}
        inline
        defaultValue={screen.months}
        options={periods.map((value) => ({ value, label: t('months', { n: Number(value) }) }))}
      />
      <div className="ui-button-row">
        <Button type="submit">{t('show')}</Button>
      </div>
    </form>
  )
}

/** How often a party said beforehand where it stood. */
async function Positions({ screen: { positions, limit } }: Props) {
  const t = await getTranslations('tafelFigures')
  const rows = positions.map((one) => ({
    key: one.part,
    cells: { part: t(`parts.${one.part}`), n: ofAll(t, one, limit) },
  }))
  const columns = [
    { key: 'part', label: t('party') },
    { key: 'n', label: t('onTime') },
  ]
  const empty = <EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>
  return (
    <Section title={t('positions')}>
      <p className="mb-4 text-soft">{t('positionsHelp')}</p>
      <Table caption={t('positions')} captionHidden columns={columns} rows={rows} empty={empty} />
    </Section>
  )
}

/** The first cases behind one figure, and how many there are. */
async function Behind({ figure }: { figure: NonNullable<FiguresScreen['shown']> }) {
  const t = await getTranslations('tafelFigures')
  const rows = figure.first.map(({ id, number }) => ({
    key: id,
    href: paths.subject('case', id),
    cells: { number },
  }))
  const empty = <EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>
  return (
    <Section title={t('behind', { figure: t(`figures.${figure.key}.label`) })}>
      {figure.cases > rows.length && (
        <p className="mb-4 text-soft">{t('firstOf', { n: rows.length, total: figure.cases })}</p>
      )}
      <Table
        caption={t('behind', { figure: t(`figures.${figure.key}.label`) })}
        captionHidden
        columns={[{ key: 'number', label: t('number') }]}
        rows={rows}
        empty={empty}
      />
    </Section>
  )
}

async function Meetings({ screen }: Props) {
  const t = await getTranslations('tafelFigures')
  const { sessions, perSession, quorumLost, days, limit } = screen
  const items = [
    { term: t('sessions'), value: String(sessions) },
    { term: t('perSession'), value: perSession === null ? t('none') : t('average', { n: perSession }) },
    { term: t('quorumLost'), value: t('of', { n: quorumLost, of: sessions }), note: t('quorumLostHelp') },
    {
      term: t('days'),
      value: days === null ? t('tooFew', { limit }) : t('workingDays', { n: days }),
      note: t('daysHelp'),
    },
  ]
  return (
    <Section title={t('meetings')}>
      <Facts items={items} />
    </Section>
  )
}

/** What the tafels did: the meetings, the cases, and who said beforehand where it stood. */
export async function Figures({ screen }: Props) {
  const t = await getTranslations('tafelFigures')
  const { figures, limit, months, agedAfter, shown } = screen
  const link = (key: string) => `${paths.tafelFigures}?months=${months}&show=${key}`
  const items = figures.map((figure) => ({
    term: t(`figures.${figure.key}.label`),
    value: (
      <>
        {ofAll(t, figure, limit)}
        {figure.cases > 0 && (
          <>
            {' · '}
            <AppLink href={link(figure.key)}>
              {t('open')}
              <span className="sr-only">: {t(`figures.${figure.key}.label`)}</span>
            </AppLink>
          </>
        )}
      </>
    ),
    note: t(`figures.${figure.key}.help`, { n: agedAfter }),
  }))
  return (
    <div className="grid gap-8">
      <Period screen={screen} />
      <Meetings screen={screen} />
      <Section title={t('cases')}>
        <Facts items={items} />
      </Section>
      {shown && <Behind figure={shown} />}
      <Positions screen={screen} />
      <p className="text-soft">{t('small', { limit })}</p>
    </div>
  )
}
