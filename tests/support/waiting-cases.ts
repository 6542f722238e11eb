// Cases that wait for a tafel in the demo world, or for the regisseur to check them, by the steps that its people take: so
// many, each with words of its own in every compartment.
// `node --conditions=react-server --import tsx tests/support/waiting-cases.ts HOW-MANY MARK [sent]`
// with DATABASE_OWNER_URL and DATABASE_URL; it prints them as JSON.
import pg from 'pg'
import type { Actor } from '@/domain/case/actor'
import { connect, database } from '@/server/db/client'
import { described, first } from './client'
import { take } from './region'

/** A case on which Domesta was asked to take part, or not, and the words that stand in it. */
export type Waiting = {
  readonly address: string
  readonly id: string
  readonly number: string
  readonly name: string
  readonly asked: boolean
  /** What an officer who was not asked may never read, and what one who was asked may not either. */
  readonly words: { readonly ofCase: readonly string[]; readonly ofClient: readonly string[] }
}

const PERSON = `SELECT m.id AS "membershipId", a.id AS "accountId", a.name, m.role, o.id AS "organisationId",
    o.name AS "organisationName", o.kind AS "organisationKind", c.id AS "covenantId", c.name AS "covenantName"
  FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id
    JOIN covenant c ON c.id = m.covenant_id
  WHERE a.name = $1 AND m.role = $2 AND m.ended_at IS NULL`

/** The words of one client, by the compartment in which they stand. */
const wordsOf = (n: number, mark: string) => {
  const word = (where: string) => `${where}${n}woord${mark}`
  return { name: `Stra${n}-${mark}`, debts: word('schuld'), needs: word('hulp'), profile: word('woning') }
}

async function waits(owner: pg.Client, [mentor, regisseur]: readonly Actor[], n: number, mark: string) {
  const [who, emmen, domesta] = [wordsOf(n, mark), await idOf(owner, 'emmen'), await idOf(owner, 'domesta')]
  const today = new Date().toISOString().slice(0, 10)
  const on = { on: today }
  const said = { describeDebts: { note: who.debts }, describeSupport: { needs: who.needs } }
  const written = { ...said, writeProfile: { environment: who.profile, approvedOn: null } }
  const opening = {
    ...first,
    givenName: 'Jo',
    familyName: who.name,
    readySince: '2016-03-01',
    gemeente: emmen,
  }
  const id = await take(mentor as Actor, 'openCase', null, opening, on)
  for (const [step, input] of described(emmen))
    await take(mentor as Actor, step, id, { ...input, ...written[step as keyof typeof written] }, on)
  await take(mentor as Actor, 'sendIntake', id, {}, on)
  if (until === 'ready') await take(regisseur as Actor, 'acceptIntake', id, {}, on)
  const asked = until === 'ready' && n % 2 === 1
  if (asked) await take(regisseur as Actor, 'inviteParty', id, { organisation: domesta }, on)
  const { rows } = await owner.query<{ number: string }>('SELECT number FROM spine WHERE id = $1', [id])
  const words = { ofCase: [who.profile, id], ofClient: [who.name, who.debts] }
  const number = rows[0]?.number ?? ''
  return { address: `/cases/${id}`, id, number, name: who.name, asked, words } satisfies Waiting
}

const idOf = async (owner: pg.Client, key: string) =>
  (await owner.query<{ id: string }>('SELECT id FROM organisation WHERE key = $1', [key])).rows[0]?.id

const [many = '1', mark = '', until = 'ready'] = process.argv.slice(2)
const owner = new pg.Client(process.env.DATABASE_OWNER_URL)
await owner.connect()
const client = connect(process.env.DATABASE_URL ?? '', 2)
database.use(client)
const people: Actor[] = []
for (const one of [
  ['Roos Ottens', 'mentor'],
  ['Femke Bruinsma', 'regisseur'],
])
  people.push((await owner.query<Actor>(PERSON, one)).rows[0] as Actor)
const waiting: Waiting[] = []
for (let n = 1; n <= Number(many); n++) waiting.push(await waits(owner, people, n, mark))
console.log(JSON.stringify(waiting))
await client.$disconnect()
await owner.end()
