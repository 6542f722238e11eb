import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { TabsNav } from '@/ui/tabs-nav'
import { agreeImportAction, endImportAction } from '../actions'
import { shownStates } from '../asked'
import type { ImportScreen, Line, Rows } from '../queries'

/** What was found, the mistakes first; and the one button that makes cases of it. */
export async function Preview(screen: ImportScreen) {
  const t = await getTranslations('import')
  const { its, counts, rows, asked } = screen
  if (!rows) return null
  const tabs = shownStates.map((state) => {
    const name = t(`preview.${state}`)
    return {
      href: `${paths.import(its.id, its.kind)}?show=${state}`,
      label: `${name} (${counts[state]})`,
      current: rows.show === state,
    }
  })
  return (
    <>
      {asked.late && <Notice tone="warning">{t('fault.late')}</Notice>}
      <Notice tone="info">{t('preview.lead')}</Notice>
      <Section title={t('preview.title')}>
        <TabsNav label={t('preview.show')} items={tabs} />
        <RowsTable its={its} rows={rows} />
        <More its={its} rows={rows} />
        <p className="mt-4">
          <AppLink href={`${paths.import(its.id, its.kind)}?again=yes`}>{t('mapping.again')}</AppLink>
          {counts.wrong + counts.double > 0 && (
            <>
              {' · '}
              <a className="ui-link" href={paths.importErrors(its.id, its.kind)} download>
                {t('result.errors')}
              </a>
            </>
          )}
        </p>
      </Section>
      <Agree its={its} good={counts.good} />
    </>
  )
}

async function What({ line, show }: { line: Line; show: Rows['show'] }) {
  const t = await getTranslations()
  if (show === 'good') {
    if (!line.stated || line.stated === 'intake') return t('import.preview.comesIn')
    return t('import.preview.further', { label: t(`codes.statedStage.${line.stated}`) })
  }
  return (
    <ul>
      {line.said.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

type OfImport = { its: ImportScreen['its']; rows: Rows }

async function RowsTable({ its, rows: { lines, show } }: OfImport) {
  const t = await getTranslations('import.preview')
  const all = await getTranslations()
  return (
    <Table
      caption={t('table')}
      captionHidden
      columns={[
        { key: 'nr', label: t('row') },
        { key: 'who', label: all(`import.of.${its.kind}.who`) },
        { key: 'what', label: show === 'good' ? t('state') : t('what') },
      ]}
      rows={lines.map((line) => ({
        key: String(line.nr),
        cells: {
          nr: <span className="ui-num">{t('nr', { row: line.nr })}</span>,
          who: (
            <span dir="auto" className="inline-block min-w-32 [overflow-wrap:anywhere]">
              {line.who}
            </span>
          ),
          what: <What line={line} show={show} />,
        },
      }))}
      empty={<p className="text-soft">{t('none')}</p>}
    />
  )
}

async function More({ its: { id, kind }, rows: { show, next, after } }: OfImport) {
  const t = await getTranslations('import.preview')
  if (!next && !after) return null
  return (
    <p className="mt-4 flex flex-wrap gap-4">
      {after > 0 && <AppLink href={`${paths.import(id, kind)}?show=${show}`}>{t('first')}</AppLink>}
      {next && <AppLink href={`${paths.import(id, kind)}?show=${show}&after=${next}`}>{t('next')}</AppLink>}
    </p>
  )
}

async function Agree({ its: { id, kind }, good }: Pick<OfImport, 'its'> & { good: number }) {
  const t = await getTranslations()
  return (
    <Section title={t('import.agree.title')}>
      <p className="mb-4">{good ? t(`import.of.${kind}.agree`, { n: good }) : t('import.agree.none')}</p>
      <div className="flex flex-wrap gap-4">
        {good > 0 && (
          <form action={agreeImportAction}>
            <input type="hidden" name="import" value={id} />
            <SubmitButton pendingLabel={t('form.pending')}>
              {t(`import.of.${kind}.submit`, { n: good })}
            </SubmitButton>
          </form>
        )}
        <ThrowAway id={id} />
      </div>
    </Section>
  )
}

/** Throws the file away with its rows. */
export async function ThrowAway({ id }: { id: string }) {
  const t = await getTranslations()
  return (
    <form action={endImportAction}>
      <input type="hidden" name="import" value={id} />
      <SubmitButton variant="secondary" pendingLabel={t('form.pending')}>
        {t('import.agree.away')}
      </SubmitButton>
    </form>
  )
}
