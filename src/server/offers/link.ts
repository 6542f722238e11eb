import 'server-only'
// The link by which a client answers an offer: short-lived, used once, and worth nothing without the code that the mentor
// tells. Neither can be read back: the database has their prints, made with the key of this installation.
import { createHmac, randomInt } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import { stepOf } from '@/domain/case/steps'
import type { Refusal, Step } from '@/domain/kernel/step'
import type { helpers } from '@/domain/offer/offer'
import type { refusalReasons } from '@/domain/offer/refusal'
import { today } from '../clock'
import { asActor, asNobody } from '../db/as-actor'
import type { Tx } from '../db/client'
import { env } from '../env'
import { hashOf } from '../hash'
import { RefusedConsequence, type Request, runStep } from '../run-step'
import { asRefusal } from '../take-step'

/** No letter or digit that looks like another one: a link may be typed over from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 24 of them say 118 bits. */
const LENGTH = 24

const freshToken = () =>
  Array.from(
    { length: LENGTH },
    (_, at) => (at && at % 4 === 0 ? '-' : '') + ALPHABET[randomInt(ALPHABET.length)],
  ).join('')
const freshCode = () => String(randomInt(1_000_000)).padStart(6, '0')

const print = (secret: string) => createHmac('sha256', env().NEXTAUTH_SECRET).update(secret).digest('hex')
/** As it was given, however it is typed. */
const plain = (typed: string) =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 100)
const printsOf = (token: string, code: string) => {
  const given = plain(token)
  return { token: print(`offer link ${given}`), code: print(`offer code ${given} ${plain(code)}`) }
}

/** What the mentor hands over and what they tell; shown this once. */
export type Given = { readonly token: string; readonly code: string; readonly until: Date }

const named = (name: string): Step => {
  const step = stepOf(name)
  if (!step) throw new Error(`No step ${name}`)
  return step
}

async function taken(tx: Tx, asked: Pick<Request, 'actor' | 'step' | 'subjectId' | 'input' | 'requestId'>) {
  const outcome = await runStep(tx, { ...asked, version: null, today: today(), actionKey: null })
  if ('refusal' in outcome) throw new RefusedConsequence(outcome.refusal)
}

/** Makes a link for the client of this offer; the one they had is dead. Refused as its step is, with nothing made. */
export async function giveLink(
  actor: Actor,
  offer: string,
  requestId: string | null,
): Promise<Given | { refusal: Refusal }> {
  const [token, code] = [freshToken(), freshCode()]
  const prints = printsOf(token, code)
  try {
    return await asActor(actor, async (tx) => {
      await taken(tx, { actor, step: named('giveLink'), subjectId: offer, input: {}, requestId })
      const [made] = await tx.$queryRaw<{ until: Date | null }[]>`
        SELECT app.open_offer_link(${offer}::uuid, ${prints.token}, ${prints.code}) AS until`
      if (!made?.until) throw new RefusedConsequence({ reason: 'notYours' })
      return { token, code, until: made.until }
    })
  } catch (error) {
    const refusal = asRefusal(error)
    if (!refusal) throw error
    return { refusal }
  }
}

/** Until when a link is out that can still be used; null where there is none, or it is not for whoever asks to know. */
export async function linkUntil(tx: Tx, offer: string): Promise<Date | null> {
  const [found] = await tx.$queryRaw<
    { until: Date | null }[]
  >`SELECT app.offer_link_until(${offer}::uuid) AS until`
  return found?.until ?? null
}

type Row = {
  readonly offer: string
  readonly membership_id: string
  readonly organisation_id: string
  readonly covenant_id: string
} & HomeByLink

/** The home as its client reads it; money in cents, the day as 'yyyy-mm-dd'. */
export type HomeByLink = {
  readonly address: string
  readonly municipality: string | null
  readonly corporation: string | null
  readonly type: string | null
  readonly rooms: number
  readonly floor: number
  readonly lift: boolean
  readonly accessibility: string
  readonly rent: number
  readonly service_costs: number | null
  readonly available_from: string
  /** Others may be offered it as well: the first who accepts has it. */
  readonly several: boolean
}

async function rowBy(token: string, code: string): Promise<Row | null> {
  const prints = printsOf(token, code)
  const [row] = await asNobody(
    (tx) => tx.$queryRaw<Row[]>`
      SELECT offer::text, membership_id::text, organisation_id::text, covenant_id::text, address, municipality, corporation, type, rooms, floor, lift, accessibility, rent, service_costs, available_from::text, several
      FROM app.offer_by_link(${prints.token}, ${prints.code})`,
  )
  return row ?? null
}

/** The home behind a link, for who knows its code; null for every other reason alike. */
export async function homeBy(token: string, code: string): Promise<HomeByLink | null> {
  const row = await rowBy(token, code)
  if (!row) return null
  const { offer: _o, membership_id: _m, organisation_id: _g, covenant_id: _c, ...home } = row
  return home
}

/** What a client says: yes, or no with a reason from the list; and who helped them. */
export type Word = {
  readonly word: 'ja' | 'nee'
  readonly reason: (typeof refusalReasons)[number] | null
  readonly helped: (typeof helpers)[number] | null
}

/** Keeps what the client says and uses up the link, both or neither. False where the link leads nowhere any more. */
export async function answerBy(token: string, code: string, said: Word, requestId: string | null) {
  const row = await rowBy(token, code)
  if (!row) return false
  const actor: Actor = {
    membershipId: row.membership_id,
    accountId: '',
    name: '',
    role: 'matching',
    organisationId: row.organisation_id,
    organisationName: '',
    organisationKind: 'systeem',
    covenantId: row.covenant_id,
    covenantName: '',
  }
  const prints = printsOf(token, code)
  try {
    return await asActor(actor, async (tx) => {
      const [spent] = await tx.$queryRaw<{ done: boolean }[]>`
        SELECT app.spend_offer_link(${row.offer}::uuid, ${prints.token}, ${prints.code}) AS done`
      if (!spent?.done) return false
      await taken(tx, {
        actor,
        step: named('hearClient'),
        subjectId: row.offer,
        input: { ...said },
        requestId,
      })
      return true
    })
  } catch (error) {
    if (!asRefusal(error)) throw error
    return false
  }
}

/** Who tries: a network where it is known for sure, or else whoever tries this link. */
const trier = (token: string, from: string) =>
  hashOf(`offer link ${from.startsWith('-') ? plain(token) : from.split(' ')[0]}`)

/** Whether it may be tried from there: ten times in vain within a quarter of an hour are enough, as of a sign-in. */
export async function mayTry(token: string, from: string): Promise<boolean> {
  const who = trier(token, from)
  const [brake] = await asNobody(
    (tx) => tx.$queryRaw<{ allowed: boolean }[]>`SELECT app.sign_in_allowed(${who}) AS allowed`,
  )
  return brake?.allowed ?? false
}

/** It was tried in vain from there. */
export async function triedInVain(token: string, from: string) {
  await asNobody((tx) => tx.$executeRaw`SELECT app.sign_in_failed(${trier(token, from)})`)
}
