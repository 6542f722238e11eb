import { getTranslations } from 'next-intl/server'
import { placesBeside } from '@/domain/kernel/paging'
import { paths } from '@/paths'
import type { CandidateScreen } from '@/server/reserve'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { Notice } from '@/ui/notice'
import { Pager } from '@/ui/pager'
import { Section } from '@/ui/section'
import { CANDIDATES, type CandidatesScreen } from '../candidates'
import type { DwellingScreen } from '../queries'
import { rulesInWords, Standing } from './candidate-parts'
import { RuleLines } from './rule-lines'

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
        <RuleLines lines={await rulesInWords(c.results)} />
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

type Of = { readonly id: string; readonly candidates: CandidatesScreen }

/** How many there are and how many do not fit, with the way to the first of those, or from there back to the first of all. */
async function Count({ id, candidates: { part, all, failing } }: Of) {
  const t = await getTranslations('dwelling')
  const first = all - failing + 1
  const among = part.place + part.rows.length > first
  return (
    <p className="mb-4">
      {t('candidatesCount', { all, failing })}{' '}
      {failing > 0 && !among && (
        <AppLink href={paths.candidates(id, { at: String(first) })}>{t('toFailing')}</AppLink>
      )}
      {among && part.isBefore && <AppLink href={paths.candidates(id, {})}>{t('toFirst')}</AppLink>}
    </p>
  )
}

async function Pages({ id, candidates: { part, all } }: Of) {
  const t = await getTranslations('list')
  const { rows, place, isBefore, isAfter } = part
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || (!isBefore && !isAfter)) return null
  const { before, after } = placesBeside(place, rows.length, CANDIDATES)
  const earlier = paths.candidates(id, { before: first.pseudonym, at: String(before) })
  const later = paths.candidates(id, { after: last.pseudonym, at: String(after) })
  return (
    <Pager
      label={t('pages')}
      count={t('range', { from: place, to: place + rows.length - 1, total: all })}
      previous={isBefore ? { href: earlier, label: t('previous') } : null}
      next={isAfter ? { href: later, label: t('next') } : null}
    />
  )
}

type Props = Pick<DwellingScreen, 'id' | 'candidates' | 'going'>

/** A page of the candidates in their order: who they are stays hidden until one is chosen. */
export async function Candidates({ id, candidates, going }: Props) {
  const t = await getTranslations('dwelling')
  if (!candidates) return null
  const { part, all } = candidates
  return (
    <Section title={t('candidates')} id="candidates">
      {going > 0 && (
        <Notice tone="info" title={t('alsoOffered', { n: going })}>
          <p>{t('alsoOfferedHelp')}</p>
        </Notice>
      )}
      <p className="mb-4 text-soft">{t('candidatesHelp')}</p>
      {all === 0 ? (
        <EmptyState title={t('noCandidates')}>{t('noCandidatesHelp')}</EmptyState>
      ) : (
        <Count id={id} candidates={candidates} />
      )}
      <ol className="grid gap-4" start={part.place}>
        {part.rows.map((c, i) => (
          <Candidate key={c.pseudonym} id={id} place={part.place + i} candidate={c} />
        ))}
      </ol>
      <Pages id={id} candidates={candidates} />
    </Section>
  )
}
