// One process of those that propose the same clients for the same dwellings at the same time, until somebody kills it. What was done is
// written down the moment that the answer is there: `node --conditions=react-server --import tsx tests/support/allocating.ts PLAN`.
import { randomUUID } from 'node:crypto'
import { openSync, readFileSync, writeSync } from 'node:fs'
import type { Actor } from '@/domain/case/actor'
import { type StepName, stepOf } from '@/domain/case/steps'
import type { Step } from '@/domain/kernel/step'
import { pseudonymOf } from '@/server/candidates'
import { asActor } from '@/server/db/as-actor'
import { connect, database } from '@/server/db/client'
import { takeStep } from '@/server/take-step'

/** What a process is told to do; `known` is where it writes. */
export type Plan = {
  readonly url: string
  readonly today: string
  readonly officers: readonly Actor[]
  readonly mentor: Actor
  readonly dwellings: readonly string[]
  readonly cases: readonly string[]
  readonly attempts: number
  readonly atOnce: number
  /** About so many milliseconds after it began to work it is killed; 0 for never. */
  readonly life: number
  readonly known: string
}

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan
const file = openSync(plan.known, 'a')
/** One write for a line: whoever dies writes all of it or nothing. */
const know = (...words: readonly string[]) => writeSync(file, `${words.join(' ')}\n`)
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T

type Taking = {
  readonly who: Actor
  readonly name: StepName
  readonly on: string | null
  readonly input: object
}

/** No connection came free in time: whoever asked was told of no outcome, and what is true of it stands in the database. */
function unknown(error: unknown): null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'P2028') throw error
  know('unknown')
  return null
}

/** Takes the step with a key of its own, now and then twice at once, as an impatient hand does. */
async function take({ who, name, on, input }: Taking): Promise<string | null> {
  const actionKey = randomUUID()
  const send = () =>
    takeStep({
      actor: who,
      step: stepOf(name) as Step,
      subjectId: on,
      input: { ...input },
      version: null,
      today: plan.today,
      actionKey,
      requestId: null,
    }).catch(unknown)
  const outcomes = await Promise.all(Math.random() < 0.05 ? [send(), send()] : [send()])
  const done = outcomes.flatMap((one) => (one && 'done' in one ? [one.done.subjectId] : []))
  for (const id of done) know('done', actionKey, name, id)
  for (const one of outcomes) if (one && 'refusal' in one) know('refused', name, one.refusal.reason)
  return done[0] ?? null
}

const withdraw = (who: Actor, offer: string) =>
  take({
    who,
    name: 'withdrawOffer',
    on: offer,
    input: { withdrawnWhy: 'gegevensOnjuist', note: 'Toch niet' },
  })

/** An offer that whoever made it did not live to end. */
async function clear(who: Actor, dwelling: string) {
  const [live] = await asActor(
    who,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT o.subject_id::text AS id FROM offer_terms o WHERE o.dwelling = ${dwelling}::uuid AND o.live`,
  )
  if (live) await withdraw(who, live.id)
}

async function attempt() {
  const [who, dwelling, kase] = [oneOf(plan.officers), oneOf(plan.dwellings), oneOf(plan.cases)]
  know('try')
  const input = { dwelling, candidate: pseudonymOf(kase, dwelling), reason: 'Zo afgesproken' }
  const offer = await take({ who, name: 'propose', on: null, input })
  if (!offer) return Math.random() < 0.2 ? clear(who, dwelling) : undefined
  if (Math.random() < 0.3)
    await take({ who: plan.mentor, name: 'acceptOffer', on: offer, input: { note: null, helped: null } })
  if (Math.random() < 0.9) await withdraw(who, offer)
}

const client = connect(plan.url, plan.atOnce * 2)
database.use(client)
// Nobody is asked, and nothing is tidied up: as when the power fails.
if (plan.life)
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), plan.life * (0.3 + Math.random())).unref()
let left = plan.attempts
const worker = async () => {
  while (left-- > 0) await attempt()
}
await Promise.all(Array.from({ length: plan.atOnce }, worker))
await client.$disconnect()
