import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { CandidateScreen } from '@/server/reserve'
import { LinkButton } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { DwellingLine, DwellingScreen } from '../queries'
import { Rules, Standing } from './candidate-parts'

/** Dwellings in a table. */
export async function DwellingList({ lines }: { lines: readonly DwellingLine[] }) {
  const t = await getTranslations()
  const { day, money } = await formats()
  const rows = lines.map((l) => ({
    key: l.id,
    href: paths.subject('dwelling', l.id),
    cells: {
      address: l.address,
      municipality: l.municipality,
      corporation: l.corporation,
      rooms: String(l.rooms),
      rent: money(l.rent),
      from: day(l.availableFrom),
      stage: (
        <Tag tone={l.stage === 'available' ? 'success' : 'neutral'}>{t(`stages.dwelling.${l.stage}`)}</Tag>
      ),
    },
  }))
  const columns = [
    { key: 'address', label: t('dwelling.address') },
    { key: 'municipality', label: t('dwelling.municipality') },
    { key: 'corporation', label: t('parts.corporation'), hideOnPhone: true },
    { key: 'rooms', label: t('dwelling.rooms'), align: 'right' as const },
    { key: 'rent', label: t('dwelling.rent'), align: 'right' as const },
    { key: 'from', label: t('dwelling.from') },
    { key: 'stage', label: t('list.stage') },
  ]
  return (
    <Table
      caption={t('dwelling.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      empty={<EmptyState title={t('dwelling.empty')}>{t('dwelling.emptyHelp')}</EmptyState>}
    />
  )
}

type CandidateProps = { id: string; place: number; candidate: CandidateScreen }

/** One candidate: place, priority, days waited and verdicts; never who it is. */
async function Candidate({ id, place, candidate: c }: CandidateProps) {
  const t = await getTranslations()
  return (
    <li className="grid gap-2 border-line border-t pt-4">
      <span className="flex flex-wrap items-center gap-2">
        <strong>{t('dwelling.candidate', { place, pseudonym: c.pseudonym })}</strong>
        <Standing candidate={c} />
      </span>
      <Disclosure summary={t('dwelling.why')}>
        <Rules results={c.results} />
      </Disclosure>
      <div>
        <LinkButton
          href={paths.candidate(id, c.pseudonym)}
          variant={c.excluded ? 'quiet' : 'secondary'}
          className={c.excluded ? '-ms-2' : ''}
        >
          {t('dwelling.propose', { pseudonym: c.pseudonym })}
        </LinkButton>
      </div>
    </li>
  )
}

type CandidatesProps = Pick<DwellingScreen, 'id' | 'candidates' | 'going'>

/** The candidates in their order: who they are stays hidden until one is chosen. */
export async function Candidates({ id, candidates, going }: CandidatesProps) {
  const t = await getTranslations('dwelling')
  if (!candidates) return null
  return (
    <Section title={t('candidates')}>
      {going > 0 && (
        <Notice tone="info" title={t('alsoOffered', { n: going })}>
          <p>{t('alsoOfferedHelp')}</p>
        </Notice>
      )}
      <p className="mb-4 text-soft">{t('candidatesHelp')}</p>
      {candidates.length === 0 && <EmptyState title={t('noCandidates')}>{t('noCandidatesHelp')}</EmptyState>}
      <ol className="grid gap-4">
        {candidates.map((c, i) => (
          <Candidate key={c.pseudonym} id={id} place={i + 1} candidate={c} />
        ))}
      </ol>
    </Section>
  )
}
