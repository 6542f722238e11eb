import 'server-only'
// Looks for a case by its number or the name of the client. What is typed is posted: no name stands in an address.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/case/actor'
import { openingStep } from '@/domain/case/steps'
import { numbersMeant, wordsOf } from '@/domain/search/search'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { currentActor } from '@/server/session'
import { type CaseLine, casesByName, casesByNumber } from './case-lines'

/** So many are shown; whoever sees more types more. */
const MOST = 20

type Hit = { href: string; name: string; number: string; stage: string }
export type SearchState = {
  readonly attempt: number
  readonly typed: string
  readonly hits: readonly Hit[]
  /** What was found, or why nothing was. */
  readonly message?: string
  /** The way to a case that is not theirs, for who may break the glass. */
  readonly emergency?: string
}

async function prefixOf(tx: Tx, { covenantId }: Actor): Promise<string> {
  const [row] = await tx.$queryRaw<
    { prefix: string }[]
  >`SELECT prefix FROM covenant WHERE id = ${covenantId}::uuid`
  return row?.prefix ?? ''
}

async function find(actor: Actor, typed: string): Promise<CaseLine[]> {
  const day = today()
  return asActor(actor, async (tx) => {
    const numbers = numbersMeant(typed, await prefixOf(tx, actor), day)
    const words = wordsOf(typed)
    if (numbers.length) return casesByNumber(tx, numbers, day)
    return words.length ? casesByName(tx, words, day, MOST + 1) : []
  })
}

/** Shows the cases that fit, of those that this person may see; the only one that does is opened at once. */
export async function searchCases(previous: SearchState, form: FormData): Promise<SearchState> {
  const actor = await currentActor()
  const sent = form.get('typed')
  const typed = (typeof sent === 'string' ? sent : '').slice(0, 200)
  const lines = await find(actor, typed)
  const [only] = lines
  if (only && lines.length === 1) redirect(paths.subject('case', only.id))
  const t = await getTranslations()
  const hits = lines.slice(0, MOST).map((line) => ({
    href: paths.subject('case', line.id),
    name: line.name ?? line.initials ?? line.number,
    number: line.number,
    stage: t(`stages.case.${line.stage}`),
  }))
  const message =
    lines.length > MOST
      ? t('cases.manyFound', { n: MOST })
      : lines.length
        ? t('cases.found', { n: lines.length })
        : t('cases.notFound')
  const emergency = !lines.length && openingStep('emergency', actor.role) ? paths.open('emergency') : null
  return { attempt: previous.attempt + 1, typed, hits, message, ...(emergency && { emergency }) }
}
