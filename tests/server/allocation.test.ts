// No dwelling is promised twice and nothing that was answered is lost, also when processes are killed in the middle of it.
// ALLOCATION_ATTEMPTS says how often it is tried (npm run test:allocation -- --attempts 10000).
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Plan } from '../support/allocating'
import { admit, castOf, enter, register } from '../support/main-job'
import { type Region, region, TODAY } from '../support/region'

const ATTEMPTS = Number(process.env.ALLOCATION_ATTEMPTS ?? '1000')
const PROCESSES = ATTEMPTS > 1_000 ? 4 : 2
const AT_ONCE = 4
/** About how many milliseconds a process works before it is killed. */
const LIFE = ATTEMPTS > 1_000 ? 20_000 : 4_000
const folder = mkdtempSync(join(tmpdir(), 'allocation-'))

let r: Region
let plan: Omit<Plan, 'attempts' | 'known' | 'life'>
beforeAll(async () => {
  r = await region()
  const cast = await castOf(r)
  const cases = []
  for (const familyName of ['Bos', 'Vos', 'Das', 'Otter'])
    cases.push(await register(r, cast, { givenName: 'Kees', familyName }))
  await admit(r, cast, ...cases)
  const dwellings = []
  for (const houseNumber of ['20', '21', '22']) dwellings.push(await enter(r, cast, houseNumber))
  const officers = [cast.officer, await r.actor('officer', 'domesta', 'Tweede officer')]
  const people = { officers, mentor: cast.mentor }
  plan = { url: r.appUrl, today: TODAY, ...people, dwellings, cases, atOnce: AT_ONCE }
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await r.close()
})

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').filter(Boolean)
const triedIn = (file: string) => linesOf(file).filter((line) => line === 'try').length

function begin(known: string, attempts: number): ChildProcess {
  const planFile = `${known}.json`
  writeFileSync(planFile, JSON.stringify({ ...plan, attempts, known, life: LIFE } satisfies Plan))
  const script = new URL('../support/allocating.ts', import.meta.url).pathname
  const args = ['--conditions=react-server', '--import', 'tsx', script, planFile]
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Runs one share of the attempts, killed and begun anew until all of them were made; returns how often it was killed. */
async function share(known: string, attempts: number): Promise<number> {
  writeFileSync(known, '')
  for (let killed = 0; ; killed++) {
    const left = attempts - triedIn(known)
    if (left <= 0) return killed
    const child = begin(known, left)
    const ended = new Promise<string | null>((done) => child.on('exit', (_code, signal) => done(signal)))
    const signal = await ended
    if (signal !== 'SIGKILL' && triedIn(known) < attempts) throw new Error('A process ended by itself')
    if (signal !== 'SIGKILL') return killed
  }
}

/** Of each dwelling what happened to it, in the order in which its row was locked. */
const happenings = () =>
  r.kernel<{ id: string; steps: string[] }>(
    `SELECT subject_id AS id, array_agg(step ORDER BY recorded_at) AS steps FROM journal
     WHERE step IN ('reserveDwelling', 'releaseDwelling') GROUP BY subject_id`,
  )

/** How often a dwelling was reserved while it was, or released while it was not. */
const doubled = (steps: readonly string[]) =>
  steps.filter((step, at) => step !== (at % 2 ? 'releaseDwelling' : 'reserveDwelling')).length

const counted = async (sql: string, values: readonly unknown[] = []) =>
  (await r.kernel<{ n: number }>(sql, values))[0]?.n ?? -1

it(
  'of all proposals at once: none is promised twice, none that was answered is lost',
  async () => {
    const began = performance.now()
    const files = Array.from({ length: PROCESSES }, (_, n) => join(folder, `process-${n}`))
    const kills = await Promise.all(files.map((file) => share(file, Math.ceil(ATTEMPTS / PROCESSES))))
    const lines = files.flatMap(linesOf)
    const acknowledged = lines.filter((line) => line.startsWith('done')).map((line) => line.split(' '))

    const double = (await happenings()).reduce((sum, { steps }) => sum + doubled(steps), 0)
    const lost = await counted(
      `SELECT count(*)::int AS n FROM unnest($1::uuid[], $2::text[], $3::uuid[]) a (key, step, id)
     WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.action_key = a.key AND j.step = a.step AND j.subject_id = a.id)`,
      [1, 2, 3].map((at) => acknowledged.map((words) => words[at])),
    )
    const twice = acknowledged.length - new Set(acknowledged.map(([, key]) => key)).size
    const astray = await counted(
      `SELECT count(*)::int AS n FROM spine s WHERE s.kind = 'dwelling'
       AND (s.stage = 'reserved') IS DISTINCT FROM (1 = (SELECT count(*) FROM offer_terms o WHERE o.dwelling = s.id AND o.live))`,
    )
    const seconds = Math.round((performance.now() - began) / 100) / 10
    const killed = kills.reduce((sum, n) => sum + n, 0)
    const tried = lines.filter((line) => line === 'try').length
    const refused = lines.filter((line) => line.startsWith('refused')).length
    console.log(
      `allocation: ${tried} attempts by ${PROCESSES} processes, ${killed} killed, ${acknowledged.length} steps acknowledged, ` +
        `${refused} refused, ${double} double, ${lost} lost, ${twice} twice, ${astray} astray, ${seconds} s`,
    )
    expect(tried).toBeGreaterThanOrEqual(ATTEMPTS)
    expect({ double, lost, twice, astray }).toEqual({ double: 0, lost: 0, twice: 0, astray: 0 })
    expect(acknowledged.length).toBeGreaterThan(ATTEMPTS / 20)
  },
  24 * 3_600_000,
)
