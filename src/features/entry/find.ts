import 'server-only'
// Looks for an earlier registration among those of one's own organisation. What is typed is posted: no name stands in an address.
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/case/actor'
import { openingStep } from '@/domain/case/steps'
import { numbersMeant, wordsOf } from '@/domain/search/search'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { Prisma, type Tx } from '@/server/db/client'
import { currentActor } from '@/server/session'

/** So many are shown; whoever sees more types more. */
const MOST = 20

type Found = { readonly href: string; readonly name: string; readonly about: string }
export type FindState = {
  readonly attempt: number
  readonly typed: string
  readonly found: readonly Found[]
  readonly message?: string
}

type Line = { id: string; number: string; name: string; born: string; on: string; stage: string }

/** Of cases with these ids those of the actor's own organisation that are not shielded, the latest first. */
const linesOf = (tx: Tx, actor: Actor, ids: Prisma.Sql) => tx.$queryRaw<Line[]>`
  SELECT s.id::text, s.number, i.given_name || ' ' || i.family_name AS name, i.birth_date::text AS born, s.opened_on::text AS "on", s.stage
  FROM spine s JOIN case_identity i ON i.person_id = s.person_id
  WHERE s.kind = 'case' AND NOT s.shielded AND s.id IN (${ids})
    AND EXISTS (SELECT 1 FROM relation r WHERE r.subject_id = s.id AND r.relation = 'ours' AND r.holder_id = ${actor.organisationId}::uuid)
  ORDER BY s.number DESC LIMIT ${MOST}`

async function find(tx: Tx, actor: Actor, typed: string): Promise<Line[]> {
  const [covenant] = await tx.$queryRaw<
    { prefix: string }[]
  >`SELECT prefix FROM covenant WHERE id = ${actor.covenantId}::uuid`
  const numbers = numbersMeant(typed, covenant?.prefix ?? '', today())
  const words = wordsOf(typed)
  if (numbers.length)
    return linesOf(tx, actor, Prisma.sql`SELECT n.id FROM spine n WHERE n.number = ANY (${numbers})`)
  return words.length ? linesOf(tx, actor, Prisma.sql`SELECT app.find_by_name(${words}, ${MOST})`) : []
}

/** The registrations from which this person can take over, with the way to the form that does. */
export async function findEarlier(previous: FindState, form: FormData): Promise<FindState> {
  const actor = await currentActor()
  const sent = form.get('typed')
  const typed = (typeof sent === 'string' ? sent : '').slice(0, 200)
  const lines = openingStep('case', actor.role) ? await asActor(actor, (tx) => find(tx, actor, typed)) : []
  const t = await getTranslations()
  const { day } = await formats()
  const found = lines.map(({ id, number, name, born, on, stage }) => ({
    href: paths.openFrom(id),
    name,
    about: t('entry.about', { born: day(born), number, on: day(on), stage: t(`stages.case.${stage}`) }),
  }))
  const message = t(found.length ? 'entry.found' : 'entry.notFound', { n: found.length })
  return { attempt: previous.attempt + 1, typed, found, message }
}
