// What somebody reads in the application of what happened for them: as they may see it now, and read once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor, asNobody } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { COUNTED, noticesOf, readNotices, unreadNotices } from '@/server/notices/inbox'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
let kase: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
})
afterAll(() => r.close())
beforeEach(async () => {
  await r.kernel('DELETE FROM outbox')
  kase = await register(r, cast)
})

const unread = (who: Actor) => asActor(who, (tx) => noticesOf(tx, true))
const counted = (who: Actor) => asNobody((one) => unreadNotices(one, who))
const steps = async (who: Actor) => (await unread(who)).map(({ step }) => step)
const read = (who: Actor, id: string, earlier = false) => asActor(who, (tx) => readNotices(tx, id, earlier))
const askMore = () => take(cast.regisseur, 'askMore', kase, { missing: 'Bewijs' })
const sendIntake = () => take(cast.mentor, 'sendIntake', kase)

describe('a notice', () => {
  it('says what was done, in which case, by which organisation and when', async () => {
    const [notice] = await unread(cast.regisseur)
    expect(notice).toMatchObject({
      kind: 'case',
      subjectId: kase,
      name: 'Jan de Vries',
      step: 'sendIntake',
      organisation: 'Cosis',
      tells: {},
      on: '2026-11-23',
    })
    expect(notice?.number).toMatch(/-/)
  })

  it('is there for everyone of that role at that organisation, and for nobody else', async () => {
    const second = await r.actor('regisseur', 'emmen', 'second regisseur')
    expect(await counted(second)).toBe(1)
    for (const who of [cast.mentor, cast.officer, cast.chair, await r.actor('gemeenteLead', 'emmen')])
      expect(await counted(who)).toBe(0)
    expect(await counted(await r.actor('regisseur', 'borger-odoorn'))).toBe(0)
  })

  it('that was read is read by this person alone', async () => {
    const second = await r.actor('regisseur', 'emmen', 'second regisseur')
    const [notice] = await unread(cast.regisseur)
    await read(cast.regisseur, notice?.id ?? '')
    expect(await counted(cast.regisseur)).toBe(0)
    expect(await asActor(cast.regisseur, (tx) => noticesOf(tx, false))).toHaveLength(1)
    expect(await counted(second)).toBe(1)
  })

  it('of somebody else cannot be read, nor what others have read be seen', async () => {
    const [notice] = await unread(cast.regisseur)
    await read(cast.mentor, notice?.id ?? '', true)
    expect(await counted(cast.regisseur)).toBe(1)
    await read(cast.regisseur, notice?.id ?? '')
    expect(await asked(cast.mentor, Prisma.sql`SELECT 1 FROM notice_read`)).toEqual([])
    expect(await asked(cast.mentor, Prisma.sql`DELETE FROM notice_read`)).toBe('42501')
  })

  it('is read together with all before it, and what comes after stays unread', async () => {
    await askMore()
    await sendIntake()
    const [newest] = await unread(cast.regisseur)
    await askMore()
    await sendIntake()
    expect(await counted(cast.regisseur)).toBe(3)
    await read(cast.regisseur, newest?.id ?? '', true)
    expect(await counted(cast.regisseur)).toBe(1)
    expect(await counted(cast.mentor)).toBe(2)
  })

  it('is counted as far as a bell says it, and listed beyond that', async () => {
    await r.kernel(`INSERT INTO outbox (id, journal_id, covenant_id, subject_id, subject_kind, step, role, holder_id, created_at)
      SELECT gen_random_uuid(), o.journal_id, o.covenant_id, o.subject_id, o.subject_kind, o.step, o.role, o.holder_id, o.created_at - make_interval(secs => n)
      FROM outbox o, generate_series(1, 40) n WHERE o.role = 'regisseur'`)
    expect(await counted(cast.regisseur)).toBe(COUNTED + 1)
    expect(await unread(cast.regisseur)).toHaveLength(41)
  })

  it('is not of what one did oneself in another role', async () => {
    const both = await r.actor('regisseur', 'emmen', cast.mentor.name)
    expect(await counted(both)).toBe(0)
  })

  it('of before one came is not there, nor one of a quarter ago', async () => {
    const late = await r.actor('regisseur', 'emmen', 'came later')
    await r.kernel(`UPDATE outbox SET created_at = now() - interval '10 days'`)
    await r.kernel('UPDATE membership SET valid_from = current_date - 5 WHERE id = $1', [late.membershipId])
    expect([await counted(late), await counted(cast.regisseur)]).toEqual([0, 1])
    await r.kernel(`UPDATE outbox SET created_at = now() - interval '91 days'`)
    expect(await counted(cast.regisseur)).toBe(0)
  })
})

describe('a notice on a case', () => {
  it('that its reader lost sight of is not there and does not count', async () => {
    await admit(r, cast, kase)
    const offer = await propose(cast, await enter(r, cast), kase)
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null })
    expect(
      await r.kernel(`SELECT 1 FROM outbox WHERE step = 'offerRefused' AND role = 'officer'`),
    ).toHaveLength(1)
    expect(await steps(cast.officer)).not.toContain('offerRefused')
    expect(await steps(cast.regisseur)).toContain('offerRefused')
    expect(await counted(cast.officer)).toBe((await steps(cast.officer)).length)
  })

  it('is there for nobody whose access ended', async () => {
    const leaver = await r.actor('regisseur', 'emmen', 'leaver')
    expect(await counted(leaver)).toBe(1)
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [leaver.membershipId])
    expect(await counted(leaver)).toBe(0)
  })
})
