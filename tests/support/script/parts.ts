// What several chapters of the story need.
import type { StepName } from '@/domain/case/steps'
import { type Input, line, type Stage } from '../line'
import { candidates } from '../main-job'
import { TODAY } from '../region'

/** The client that the story is about. */
export const kase = line(TODAY, 'kase')

export const emmen = ({ r }: Stage) => ({ gemeente: r.organisations.emmen })
export const municipality = ({ r }: Stage) => ({ municipality: r.organisations.emmen })

/** A candidate of this dwelling, by the pseudonym under which its officer sees them. */
export const proposed =
  (dwelling: string, client = 'kase') =>
  async ({ by, ids }: Stage): Promise<Input> => {
    const found = await candidates(by('officer'), ids[dwelling] as string)
    return {
      dwelling: ids[dwelling],
      candidate: found?.candidates.find((c) => c.caseId === ids[client])?.pseudonym,
    }
  }
export const onTafel =
  (tafel: string) =>
  ({ ids }: Stage): Input => ({ tafel: ids[tafel] })

/** What is told of somebody before an intake is sent. */
export const described = [
  'describeIdentity',
  'describeStay',
  'describeHousehold',
  'describeIncome',
  'describeDebts',
  'describeSupport',
  'writeProfile',
  'addExclusion',
  'describeSafety',
  'recordBsn',
  'describeHealth',
  'describeRelapse',
  'addHousingHistory',
  'recordCriminal',
  'scoreZrm',
  'addNetwork',
  'recordCosts',
  'describeParties',
  'addEarlierAddress',
  'addMember',
  'describeDayActivity',
  'proposeContract',
  'describeStart',
  'recordStatement',
  'judgeCriterion',
  'keepTrack',
  'changeReadiness',
  'addPaper',
] as const satisfies StepName[]

/** The paper of this group that came in last. */
export const paperIn =
  (group: string) =>
  async ({ r }: Stage): Promise<Input> => {
    const [row] = await r.kernel<{ paper: string }>(
      `SELECT paper FROM case_papers_${group} ORDER BY seq DESC LIMIT 1`,
    )
    return { paper: row?.paper }
  }
