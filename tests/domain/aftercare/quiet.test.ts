// Nobody is said to have stayed away on a day on which nobody was meant to come.
import { describe, expect, test } from 'vitest'
import { quietDays } from '@/domain/aftercare/quiet'
import { caseAt } from '../../support/case-at'

const said = (kase: Parameters<typeof quietDays>[0]) =>
  quietDays(kase)
    .slice(1)
    .map(({ from, until }) => `${from} – ${until ?? 'nu'}`)

describe('days for which nothing is asked', () => {
  test('the light contact lasts until the file is opened again with more support', () => {
    const closed = caseAt('closed').on('2027-09-01')
    const since = closed.kase.of.waakvlam?.[0]?.recordedOn
    const on = closed.kase.of.closing?.on
    const again = closed.take('reopenCase', 'mentor').on('2027-12-01')
    expect(said(again.kase)).toEqual([`${since} – 2027-09-01`, `${on} – 2027-09-01`])
  })

  test('it goes on where the client wants no more than that', () => {
    const again = caseAt('closed').on('2027-09-01').take('reopenCase', 'mentor', { level: 'waakvlam' })
    expect(said(again.kase)).toContain('2027-09-01 – nu')
  })

  test('it ends when the support becomes more again', () => {
    const world = caseAt('waakvlam')
    const since = world.kase.of.guidance?.since as string
    expect(new Set(said(world.kase))).toEqual(new Set([`${since} – nu`]))
    const more = { level: 'licht' }
    const scaled = world.on('2027-05-03').take('scaleSupport', 'mentor', more)
    expect(said(scaled.kase)).toEqual([`${since} – 2027-05-03`])
  })

  test('days elsewhere do not count, also for who knows no more than that somebody was away', () => {
    const away = caseAt('aftercare')
      .on('2026-03-05')
      .take('startTimeOut', 'mentor', { awaySince: '2026-03-04' })
    expect(said(away.kase)).toEqual(['2026-03-04 – nu'])
    const back = away.on('2026-03-12').take('endTimeOut', 'mentor')
    expect(said(back.kase)).toHaveLength(1)
    expect(said(back.as('regisseur'))).toEqual(said(back.kase))
    expect(said(back.kase)[0]).not.toContain('nu')
  })
})
