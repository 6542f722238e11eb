import 'server-only'
// What a run is made of, read in one transaction as the matching membership: nobody else could read it all.
import { daysBetween } from '@/domain/kernel/days'
import type { Home } from '@/domain/matching/fit'
import { type RunCap, type RunInput, type RunPair, runClientOf } from '@/domain/matching/run/input'
import type { Tx } from '../db/client'
import { normsOn } from '../norms'
import { rulesOn } from '../rules'
import { seeking } from '../seekers'
import { supportCaps } from '../support'

/** The homes that can be offered today, in the order of their ids. */
export const freeHomes = (tx: Tx) => tx.$queryRaw<(Home & { id: string; houseNumber: string })[]>`
  SELECT f.subject_id::text AS id, f.street, f.house_number AS "houseNumber", f.postcode, f.municipality::text, coalesce(o.name, '') AS "municipalityName", f.complex, f.rooms, f.floor, f.lift,
    f.accessibility, f.rent, f.available_from::text AS "availableFrom", f.situation, f.outdoor_space AS "outdoorSpace", f.meant_for AS "meantFor"
  FROM relation r JOIN dwelling_facts f ON f.subject_id = r.subject_id LEFT JOIN organisation o ON o.id = f.municipality
  WHERE r.holder_id = (SELECT app.covenant()) AND r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'dwelling' AND r.relation = 'any' AND r.stage = 'available'
  ORDER BY f.subject_id`

const capsOn = (tx: Tx, day: string) => tx.$queryRaw<RunCap[]>`
  SELECT kind, name, most, cases::text[], dwellings::text[] FROM app.matching_caps(${day}::date)`

/** The pairs of the last run that ended, and what was answered to each. */
const pairsBefore = (tx: Tx) => tx.$queryRaw<(RunPair & { agreed: boolean; declined: boolean })[]>`
  SELECT p.case_id::text AS "case", p.dwelling_id::text AS dwelling, bool_or(coalesce(a.answer = 'accepted', false)) AS agreed, bool_or(coalesce(a.answer = 'deviated', false)) AS declined
  FROM matching_proposal p LEFT JOIN proposal_answer a ON a.run_id = p.run_id AND a.case_id = p.case_id
  WHERE p.run_id = (SELECT r.id FROM matching_run r WHERE r.state = 'done' ORDER BY r.ended_at DESC LIMIT 1)
  GROUP BY p.case_id, p.dwelling_id ORDER BY p.case_id`

const pair = ({ case: client, dwelling }: RunPair): RunPair => ({ case: client, dwelling })

/** Everything that a run on this day asks for; the transaction acts as the matching membership. */
export async function gather(tx: Tx, day: string): Promise<RunInput> {
  const { matching: knobs, occupancy, contractForms } = await rulesOn(tx, day)
  const norms = (await normsOn(tx)).filter(({ validFrom }) => validFrom.slice(0, 4) === day.slice(0, 4))
  const homes = await freeHomes(tx)
  const ground = { rules: { occupancy, matching: knobs, contractForms }, norms, today: day }
  const people = (await seeking(tx, knobs)).sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
  const before = await pairsBefore(tx)
  return {
    day,
    knobs,
    rules: ground.rules,
    norms,
    clients: people.map(({ caseId: id, priority, readySince, seeker }) =>
      runClientOf(
        { id, priority, waitingDays: readySince ? daysBetween(readySince, day) : 0, seeker },
        homes,
        ground,
      ),
    ),
    homes: homes.map(({ street: _street, houseNumber: _number, postcode: _postcode, ...home }) => home),
    caps: [...(await capsOn(tx, day)), ...(knobs.support === 'blocks' ? await supportCaps(tx) : [])],
    locked: before.filter(({ agreed, declined }) => agreed && !declined).map(pair),
    drafts: before.filter(({ agreed, declined }) => !agreed && !declined).map(pair),
  }
}
