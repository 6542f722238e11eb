// A region in a database of the test's own: the real covenant file, its parties, and fictional people to act as.
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import type { Actor, OrganisationKind, Role } from '@/domain/case/actor'
import type { KeptFile } from '@/domain/case/papers'
import { type StepName, stepOf } from '@/domain/case/steps'
import { readCovenantFile } from '@/domain/covenant/covenant-file'
import type { FromFile } from '@/domain/kernel/context'
import type { Step } from '@/domain/kernel/step'
import type { Norm } from '@/domain/norm/norm'
import { connect, database } from '@/server/db/client'
import type { DraftState } from '@/server/drafts'
import { takeStep } from '@/server/take-step'
import { addMember, asKernel, loadCovenant, loadNorms } from '../../prisma/load-covenant'
import { testDatabase } from './database'
import { aFile, bringsFile } from './papers'

const json = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../prisma/data/${path}`, import.meta.url), 'utf8'))

export const TODAY = '2026-11-23'

/** Where the people of a story work, by the kind of organisation of their role. */
export const home = {
  gemeente: 'emmen',
  corporatie: 'domesta',
  zorgaanbieder: 'cosis',
  wijkteam: 'wijkteam-de-verbinding',
  clientorganisatie: 'clientenraad-samen-verder',
} as const

/** The covenant file of a region, checked. */
export function covenantOf(key: string) {
  const read = readCovenantFile(json(`covenants/${key}.json`), [])
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  return read.file
}

type Found = { o: string; n: string; k: OrganisationKind; c: string; cn: string }

/** A fictional person in this membership, made when not there yet. */
const member = (ownerUrl: string, role: Role, organisation: string, name: string, covenant: string) =>
  asKernel(ownerUrl, async (client): Promise<Actor> => {
    const email = `${name.replaceAll(' ', '.')}@voorbeeld.example`
    const who = { name, email, fictional: true, organisation, covenant, role, from: '2020-01-01' }
    const ids = await addMember(client, who)
    const { rows } = await client.query<Found>(
      `SELECT o.id o, o.name n, o.kind k, c.id c, c.name cn FROM membership m
       JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id WHERE m.id = $1`,
      [ids.membershipId],
    )
    const { o, n, k, c, cn } = rows[0] as Found
    const at = {
      organisationId: o,
      organisationName: n,
      organisationKind: k,
      covenantId: c,
      covenantName: cn,
    }
    return { ...ids, name, role, ...at }
  })

/** A database with one covenant, or more; `actor` makes a person of a role at an organisation, in the first unless said. */
export async function region(key = 'zuidoost-drenthe', ...others: string[]) {
  const db = await testDatabase()
  await asKernel(db.ownerUrl, async (client) => {
    for (const one of [key, ...others]) await loadCovenant(client, covenantOf(one))
    await loadNorms(client, json('norms.json') as Norm[])
  })
  const client = connect(db.appUrl, 4)
  database.use(client)

  /** Asks or changes something as the owner of the rights: what no actor could. */
  const kernel = async <T extends pg.QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<T[]> => asKernel(db.ownerUrl, async (owner) => (await owner.query<T>(sql, [...values])).rows)

  const made = new Map<string, Promise<Actor>>()
  function actor(role: Role, organisation: string, name = `${role} ${organisation}`, covenant = key) {
    const identity = [role, organisation, name, covenant].join()
    const one = made.get(identity) ?? member(db.ownerUrl, role, organisation, name, covenant)
    made.set(identity, one)
    return one
  }

  const rows = await kernel<{ key: string; id: string }>('SELECT key, id FROM organisation')
  const organisations = Object.fromEntries(rows.map((o) => [o.key, o.id]))
  const close = async () => {
    await client.$disconnect()
    await db.close()
  }
  return { ...db, client, actor, organisations, kernel, close }
}

export type Region = Awaited<ReturnType<typeof region>>

type Options = {
  on?: string
  version?: number | null
  actionKey?: string | null
  drafts?: readonly DraftState[]
  file?: KeptFile | undefined
  fromFile?: FromFile | undefined
}

/** Takes a step as this person; the outcome as the application sees it. */
export const attempt = (
  who: Actor,
  step: StepName,
  subjectId: string | null,
  input: Record<string, unknown> = {},
  {
    on = TODAY,
    version = null,
    actionKey = null,
    drafts = [],
    file = bringsFile(step) ? aFile() : undefined,
    fromFile,
  }: Options = {},
) =>
  takeStep({
    actor: who,
    step: stepOf(step) as Step,
    subjectId,
    input,
    version,
    today: on,
    actionKey,
    requestId: null,
    drafts,
    ...(file && { file }),
    ...(fromFile && { fromFile }),
  })

/** Takes a step that must succeed; returns the subject's id. */
export async function take(
  who: Actor,
  step: StepName,
  subjectId: string | null,
  input: Record<string, unknown> = {},
  options: Options = {},
): Promise<string> {
  const outcome = await attempt(who, step, subjectId, input, options)
  if ('refusal' in outcome) throw new Error(`${step}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.done.subjectId
}
