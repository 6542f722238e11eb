// Need-to-know over the line: whatever the website says, to whomever, is what the domain lets them have.
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { roleNames } from '@/domain/case/actor'
import { openBefore, site, w } from './opened'
import { PLACES, routesOf } from './routes'
import { CHANNELS, everyCell, everyVisit, pairwise, type Visit } from './visits'
import { type Walked, walk } from './walk'

/** RIGHTS=all: every visit there is. RIGHTS=cells: everyone at every subject. Else every two properties meet. */
const choice = { all: (visits: Visit[]) => visits, cells: everyCell }[process.env.RIGHTS ?? ''] ?? pairwise

openBefore()

const asOwner = async (sql: string) => {
  const owner = new pg.Client({ connectionString: w.region.ownerUrl })
  await owner.connect()
  await owner.query(sql)
  await owner.end()
}

const figures = ({ requests, bytes, cells, found, statuses }: Walked, seconds: number) =>
  `${requests} requests (${JSON.stringify(statuses)}), ${(bytes / 1e6).toFixed(1)} MB searched for ${w.aviary.size} values: ${cells} cells, ${found} values found where they may be, in ${seconds.toFixed(0)} s`

describe('the website', () => {
  it('has no address that the walk does not know, and the walk none that is not there', () => {
    expect(routesOf('src/app')).toEqual(Object.keys(PLACES).sort())
  })

  it('says to nobody what they may not know, on any page, in any channel', {
    timeout: 3_600_000,
  }, async () => {
    const visits = everyVisit(w)
    const chosen = choice(visits)
    const began = performance.now()
    const walked = await walk(w, site, chosen)
    console.info(
      `${chosen.length} of ${visits.length} visits: ${figures(walked, (performance.now() - began) / 1000)}`,
    )
    expect(new Set(chosen.map(({ who }) => who.role)).size).toBe(roleNames.length)
    expect(new Set(chosen.map(({ channel }) => channel)).size).toBe(Object.keys(CHANNELS).length)
    expect(walked.found).toBeGreaterThan(500)
    expect([...new Set(walked.deviations)].slice(0, 40)).toEqual([])
  })

  it('is found out when the database tells a name to whoever reads a list', async () => {
    const lists = everyVisit(w).filter(
      ({ route, who }) => route === '/cases' && who.name === 'localTeam, ours',
    )
    const open = (using: string) => asOwner(`ALTER POLICY readable ON case_identity USING (${using})`)
    const [{ qual } = { qual: 'false' }] = await w.region.kernel<{ qual: string }>(
      `SELECT qual FROM pg_policies WHERE tablename = 'case_identity' AND policyname = 'readable'`,
    )
    await open('true')
    const { deviations } = await walk(w, site, lists)
    await open(qual)
    expect(deviations.some((said) => said.includes('identity.givenName'))).toBe(true)
    expect((await walk(w, site, lists)).deviations).toEqual([])
  })
})
