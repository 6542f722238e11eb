// Whatever is sent, the website answers: with a page, a refusal or "not there", never with a fault of its own.
import { expect, it } from 'vitest'
import { INSIDE } from './answers'
import { inputs } from './inputs'
import { form, openBefore, site, w } from './opened'
import { abreast } from './walk'

const RUNS = Number(process.env.FUZZ_RUNS ?? 1000)
const SEED = Number(process.env.FUZZ_SEED ?? 20261122)

openBefore({ withForm: true })

it('answers whatever is sent to it, and never with a fault of its own', { timeout: 3_600_000 }, async () => {
  const insiders = w.lookers.filter(({ name }) => name.endsWith(', ours'))
  const asked = inputs({ w, site, form }, RUNS, SEED).map((one, n) => ({ one, n }))
  const wrong: string[] = []
  const statuses: Record<number, number> = {}
  await abreast(asked, async ({ one, n }) => {
    const cookie = insiders[n % insiders.length]?.cookie ?? ''
    const answer = await site.ask({ ...one, headers: { ...one.headers, cookie } })
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    const known = one.path.startsWith('/api/health/notices') && answer.status === 503
    const said = `${one.method ?? 'GET'} ${one.path.slice(0, 200)} ${JSON.stringify(one.headers)} ${String(one.body ?? '').slice(0, 300)}`
    if (answer.status >= 500 && !known) wrong.push(`${answer.status}: ${said}`)
    if (INSIDE.test(answer.body)) wrong.push(`our own code in the answer: ${said}`)
  })
  console.info(`${RUNS} inputs from seed ${SEED}: ${JSON.stringify(statuses)}`)
  expect(wrong.slice(0, 20)).toEqual([])
  expect((await site.ask({ path: '/api/health/ready' })).status).toBe(200)
})
