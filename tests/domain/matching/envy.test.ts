// Who was passed by in a run: only who has nothing, only homes that fit and went to somebody less urgent.
import { expect, it } from 'vitest'
import { envyIn } from '@/domain/matching/run/envy'
import type { RunCap } from '@/domain/matching/run/input'
import { solvedBy } from '@/domain/matching/run/solve'
import { urgencyOf } from '@/domain/matching/run/worth'
import { clientOf, homeOf, inputOf, lots, rowsOf } from '../../support/matching/made-run'

const urgent = (client: ReturnType<typeof clientOf>) => urgencyOf(client.priority, client.waitingDays)

it('names nobody who has a home, and no home that went to somebody more urgent', async () => {
  const input = inputOf(80, 14)
  const solved = await solvedBy(input, rowsOf(input), { lots })
  const owner = (id: string) =>
    input.clients.find((_, at) => {
      const k = solved.answer.edge[at] ?? -1
      return k >= 0 && input.homes[solved.task.unit[k] as number]?.id === id
    })
  for (const { case: id, dwelling } of envyIn(solved, 5)) {
    const at = input.clients.findIndex((client) => client.id === id)
    expect(solved.answer.edge[at]).toBeLessThan(0)
    const [own, other] = [input.clients[at], owner(dwelling)]
    expect(own && other && urgent(own) > urgent(other)).toBe(true)
  }
})

it('says which agreement stands between, where one does', async () => {
  const home = {
    ...homeOf(0),
    municipality: 'gemeente-0',
    rooms: 2,
    accessibility: 'ZON',
    lift: true,
    rent: 55_000,
  }
  const client = { ...clientOf(3, 1), places: 'p' }
  const fits = (id: string, priority: string) => ({
    ...client,
    ...{ id, priority, waitingDays: 10 },
    seeker: {
      ...client.seeker,
      municipality: 'gemeente-0',
      household: { adults: 1, children: 0 },
      profile: { minRooms: null, maxRent: null, groundFloor: false, accessibility: 'ZON' },
    },
  })
  const clients = [fits('urgent', 'spoed'), fits('less', 'normaal')]
  const cap: RunCap = { kind: 'complex', name: 'De Wilg', most: 0, cases: ['urgent'], dwellings: [home.id] }
  const solve = async (caps: RunCap[]) => {
    const input = inputOf(0, 0, { clients, homes: [home], caps })
    return envyIn(await solvedBy(input, rowsOf(input), { lots }), 1)
  }
  expect(await solve([])).toEqual([])
  expect(await solve([cap])).toMatchObject([{ case: 'urgent', dwelling: home.id, what: 'complex' }])
})
