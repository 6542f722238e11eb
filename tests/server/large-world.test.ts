// A large world is told in memory: this holds it to what the database does when the same steps are really taken.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { steps } from '@/domain/case/steps'
import { type Step, byHand as takenByHand } from '@/domain/kernel/step'
import { open } from '@/server/db/seal'
import type { Asked } from '../../prisma/world/large/take'
import { apart } from '../support/apart'
import { type Region, region, TODAY, take } from '../support/region'
import {
  copyOf,
  everyRow,
  playCohort,
  playersOf,
  playScript,
  type Rows,
  tellAgain,
  tellOnly,
  welcomeCast,
} from '../support/two-ways'

let r: Region
let copy: Awaited<ReturnType<typeof copyOf>>
let asked: Asked[]
let played: Map<string, Rows>
let told: Map<string, Rows>
let copied: number

/** A number that identifies a person is sealed differently each time. */
const unsealed = (rows: Rows) => rows.map((row) => `${row.person_id} ${open(String(row.number))}`).sort()
/** A job is made by its turn: it has an id and a time of its own. */
const named = (rows: Rows) => rows.map((row) => `${row.kind} ${row.subject_id} ${row.task}`).sort()

// Written by the worker, by a look at the journal, by what people choose and read, by typing in a form, by signing in, by giving access, by shielding a case, before a tafel, from a file, and in an emergency;
// of papers one of the provider's and one of the landlord's come in.
const UNTOLD = [
  'alert',
  'anchor',
  'calendar_entry',
  'calendar_feed',
  'case_earlier',
  'case_imported',
  'case_named',
  'case_notes',
  'case_papers_housing',
  'case_papers_identity',
  'case_papers_own',
  'case_papers_support',
  'case_positions',
  'case_shield',
  'case_taken_back',
  'chain_check',
  'covenant_change',
  'device_choice',
  'draft',
  'emergency_access',
  'emergency_opening',
  'emergency_review',
  'emergency_stopped',
  'first_view',
  'import',
  'import_row',
  'installation',
  'invitation',
  'mail',
  'mail_choice',
  'matching_input',
  'matching_proposal',
  'matching_run',
  'membership_absence',
  'membership_ending',
  'membership_link',
  'named_person',
  'notice_read',
  'offer_link',
  'own_words',
  'proposal_answer',
  'row_taken_back',
  'session',
  'support_area',
  'tafel_agenda_order',
  'tafel_delegates',
  'tafel_invitation',
  'term_told',
  'time_out_booking',
  'time_out_news',
  'time_out_place',
  'work_view',
  'worker',
]

beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  await welcomeCast(r)
  const people = await playersOf(r)
  copy = await copyOf(r)
  asked = [...(await playCohort(r, TODAY, 24)), ...(await playScript(r, people))]
  copied = await tellAgain(copy.ownerUrl, asked, r.kernel)
  played = await everyRow(r.kernel)
  told = await everyRow(copy.kernel)
}, 240_000)
afterAll(async () => {
  await copy.close()
  await r.close()
})

/** Who is next for a home is computed from all who wait: a large world leaves that to the first run. */
const withoutReserve = (rows: Rows) => rows.map((row) => ({ ...row, next_in_line: null }))
/** Providers keep the list of time-out places themselves: a large world has none. */
const notKept = () => []
/** So nobody there is asked to offer it to the next. */
const unasked = (rows: Rows) =>
  rows.filter((row) => row.step !== 'releaseDwelling' && row.task !== 'offerNext')
const alikeIn: Readonly<Record<string, (rows: Rows) => unknown>> = {
  case_bsn: unsealed,
  job: (rows) => named(unasked(rows)),
  turn: unasked,
  outbox: unasked,
  dwelling_reserve: withoutReserve,
  time_out_booking: notKept,
  time_out_news: notKept,
  time_out_place: notKept,
}

describe('stories told in memory and copied in', () => {
  it('take every step that people take by hand; who has access is not told, but loaded, nobody is hidden, no glass is broken, and nobody writes or takes back', () => {
    const byHand = Object.values(steps).filter(
      (step: Step) =>
        takenByHand(step.row) &&
        !['membership', 'emergency'].includes(step.kind) &&
        !apart.includes(step.name),
    )
    expect([...new Set(asked.map(({ step }) => step.name))].sort()).toEqual(byHand.map((s) => s.name).sort())
  })

  it('fill every table that steps write', () => {
    const before = new Set([
      'account',
      'code',
      'covenant',
      'covenant_party',
      'covenant_version',
      'failed_sign_in',
    ])
    const empty = [...told].filter(([name, rows]) => !rows.length && !before.has(name)).map(([name]) => name)
    expect(empty).toEqual(UNTOLD)
    expect(copied).toBeGreaterThan(asked.length)
  })

  it('leave the same rows in every table as the steps did that were really taken', () => {
    expect([...told.keys()]).toEqual([...played.keys()])
    for (const [name, rows] of played) {
      const mine = told.get(name) ?? []
      const alike = alikeIn[name] ?? ((all: Rows) => all)
      expect({ [name]: alike(mine) }).toEqual({ [name]: alike(rows) })
    }
  })

  it('leave a chain that the database itself finds whole', async () => {
    const links = await copy.kernel<{ link: string | null }>(
      'SELECT app.broken_link(organisation_id)::text AS link FROM chain',
    )
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter(({ link }) => link !== null)).toEqual([])
  })
})

describe.each(['2026-11-22', '2027-05-06'])('a whole cohort told on %s', (today) => {
  it('takes only legal steps, and comes to every stage in the proportions of the demo', async () => {
    const stages = await tellOnly(copy.ownerUrl, today, 1_000_000)
    const counts = Object.fromEntries(Object.entries(stages).map(([stage, list]) => [stage, list?.length]))
    expect(counts).toEqual({ intake: 60, tafel: 40, matching: 48, tenancy: 32, aftercare: 256, closed: 44 })
  })
})

describe('a number', () => {
  it('has four digits at least, and more when a year has more', async () => {
    const coordinator = await r.actor('coordinator', 'emmen')
    await r.kernel(`UPDATE counter SET last = 9998 WHERE kind = 'tafel' AND year = 2026`)
    const plan = { on: TODAY, at: '10:00', place: 'Emmen', note: null }
    for (const number of ['9999', '10000', '10001']) {
      const id = await take(coordinator, 'planTafel', null, plan)
      const [spine] = await r.kernel<{ number: string }>('SELECT number FROM spine WHERE id = $1', [id])
      expect(spine?.number).toBe(`ZOD-T26-${number}`)
    }
  })
})
