import { expect, it } from 'vitest'
import { kept } from '@/server/health'

/** A question with these answers, one after the other, and a clock that stands still until it is moved. */
function asked(...answers: readonly boolean[]) {
  const clock = { now: 1_000_000, times: 0 }
  const ask = async () => answers[clock.times++] ?? false
  return { clock, is: kept(ask, () => clock.now) }
}

it('a good answer is kept for three seconds', async () => {
  const { clock, is } = asked(true, false)
  expect([await is(), await is(), clock.times]).toEqual([true, true, 1])
  clock.now += 2_900
  expect([await is(), clock.times]).toEqual([true, 1])
  clock.now += 100
  expect([await is(), clock.times]).toEqual([false, 2])
})

it('a bad one is not kept, and everyone who waits for the same answer gets it', async () => {
  const { clock, is } = asked(false, true)
  expect(await Promise.all([is(), is(), is()])).toEqual([false, false, false])
  expect(clock.times).toBe(1)
  expect(await is()).toBe(true)
})

it('no answer within two seconds is no', async () => {
  const began = Date.now()
  expect(await kept(() => new Promise(() => {}))()).toBe(false)
  expect(Date.now() - began).toBeLessThan(3_000)
})
