import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { storyOf } from '@/server/story'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { attempt, type Region, region, TODAY } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
let kase: string
let privacy: Actor
let foreign: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  privacy = await r.actor('privacyOfficer', 'cosis')
  foreign = await r.actor('mentor', 'leger-des-heils')
  kase = await register(r, cast)
  await admit(r, cast, kase)
  await moveIn(cast, kase, await propose(cast, await enter(r, cast), kase))
})
afterAll(() => r.close())

type Entry = {
  kind: string
  step: string | null
  subject_id: string
  shown: string[]
  tells: { reason?: string }
  account_id: string
}
const last = async (organisation: string) => {
  const [entry] = await r.kernel<Entry>(
    'SELECT * FROM journal WHERE organisation_id = $1 ORDER BY seq DESC LIMIT 1',
    [organisation],
  )
  return entry as Entry
}

describe('the journal', () => {
  it('says of a consequence which record brought it about, in the same transaction', async () => {
    const rows = await r.kernel<{ step: string; cause: string | null; together: boolean }>(
      `SELECT j.step, c.step AS cause, c.transaction_id = j.transaction_id AS together FROM journal j JOIN journal c ON c.id = j.cause_id ORDER BY j.recorded_at`,
    )
    expect(rows.map(({ step, cause, together }) => [step, cause, together])).toEqual([
      ['addItem', 'putOnTafel', true],
      ['fixDecision', 'adoptList', true],
      ['carryOutDecision', 'adoptList', true],
      ['reserveDwelling', 'propose', true],
      ['receiveOffer', 'propose', true],
      ['offerAccepted', 'acceptOffer', true],
      ['startTenancy', 'confirmOffer', true],
      ['letDwelling', 'handOverKey', true],
      ['completeOffer', 'handOverKey', true],
    ])
  })

  it('holds no name, number or sentence of the client: only which compartments were written', async () => {
    const rows = await r.kernel<{ text: string }>(`SELECT to_jsonb(j)::text AS text FROM journal j`)
    const text = rows.map((row) => row.text).join('\n')
    expect(text).toContain('debtSummary')
    for (const secret of [
      'de Vries',
      'Jan',
      '0612345678',
      '1650000',
      'Bij de GKB',
      '"7824',
      'Voldoet',
      'Karin Smit',
    ])
      expect(text).not.toContain(secret)
  })

  it('is changed or deleted by nobody: not by the application, not by the owner of the rights', async () => {
    const changes = [
      Prisma.sql`UPDATE journal SET step = 'x'`,
      Prisma.sql`DELETE FROM journal`,
      Prisma.sql`TRUNCATE journal`,
    ]
    for (const change of changes) expect(await asked(privacy, change)).toBe('42501')
    await expect(r.kernel(`UPDATE journal SET step = 'x'`)).rejects.toThrow('permission denied')
    await expect(r.kernel('DELETE FROM journal')).rejects.toThrow('permission denied')
    const row = Prisma.sql`INSERT INTO journal SELECT * FROM journal LIMIT 1`
    expect(await asked(privacy, row)).toBe('42501')
  })
})

describe('what is looked at', () => {
  it('is recorded with what was shown, in the transaction that shows it', async () => {
    await asActor(cast.officer, async (tx) => {
      const subject = await load(tx, 'officer', 'case', kase)
      if (subject) await recordRead(tx, cast.officer, subject, { today: TODAY, requestId: 'request-1' })
    })
    const entry = await last(cast.officer.organisationId)
    expect(entry).toMatchObject({
      kind: 'read',
      subject_id: kase,
      account_id: cast.officer.accountId,
      request_id: 'request-1',
    })
    expect(entry.shown).toContain('identity')
    expect(entry.shown).not.toContain('debts')
    expect(entry).toMatchObject({ purpose: 'huren', ground: 'overeenkomst', consents: null, result: 'shown' })
  })

  it('is recorded with the visit and where it came from, and without them where there is no browser', async () => {
    const trace = { session: '0123456789abcdef', origin: '4f2a91c0 firefox' }
    const looks = async (who: Actor) => {
      await asActor(who, async (tx) => {
        const subject = await load(tx, 'officer', 'case', kase)
        if (subject) await recordRead(tx, who, subject, { today: TODAY, requestId: null })
      })
      return last(who.organisationId)
    }
    expect(await looks({ ...cast.officer, trace })).toMatchObject(trace)
    expect(await looks(cast.officer)).toMatchObject({ session: null, origin: null })
  })

  it('by consent names the kind of facts that the client agreed to', async () => {
    await asActor(cast.officer, async (tx) => {
      const subject = await load(tx, 'officer', 'case', kase)
      const look = { today: TODAY, requestId: null, shown: ['debtSummary', 'profile'] }
      if (subject) await recordRead(tx, cast.officer, subject, look)
    })
    expect(await last(cast.officer.organisationId)).toMatchObject({ consents: ['schulden'] })
  })

  it('and refused is recorded too, in the chain of whoever tried', async () => {
    await attempt(foreign, 'recordVisit', kase, {})
    const entry = await last(foreign.organisationId)
    expect(entry).toMatchObject({
      kind: 'denied',
      step: 'recordVisit',
      subject_id: kase,
      tells: { reason: 'notFound' },
      purpose: 'nazorg',
      ground: null,
      result: 'refused',
    })
    await attempt(cast.officer, 'openCase', null, {})
    expect(await last(cast.officer.organisationId)).toMatchObject({
      kind: 'denied',
      step: 'openCase',
      tells: { reason: 'notYourRole' },
    })
  })
})

describe('the timeline', () => {
  const told = async (who: Actor) => (await asActor(who, (tx) => storyOf(tx, kase))).map((line) => line.step)

  it('tells a step to whoever reads something of what it wrote, and to nobody else', async () => {
    const [mentor, officer] = [await told(cast.mentor), await told(cast.officer)]
    for (const step of ['openCase', 'addExclusion', 'describeDebts', 'handOverKey'])
      expect(mentor).toContain(step)
    for (const step of ['openCase', 'proposeDecision', 'handOverKey']) expect(officer).toContain(step)
    expect(officer).not.toContain('addExclusion')
    expect(await told(foreign)).toEqual([])
  })

  it('tells steps only: not who looked, and not who was refused', async () => {
    const kinds = Prisma.sql`SELECT DISTINCT kind FROM journal WHERE subject_id = ${kase}::uuid`
    expect(await asked(cast.mentor, kinds)).toEqual([{ kind: 'step' }])
    expect(await told(cast.mentor)).not.toContain(null)
  })
})

describe('the privacy officer', () => {
  const chain = Prisma.sql`SELECT DISTINCT organisation_id::text AS organisation, kind FROM journal ORDER BY 1, 2`

  it('reads the whole chain of the own organisation, and of no other', async () => {
    expect(await asked(privacy, chain)).toEqual([{ organisation: r.organisations.cosis, kind: 'step' }])
    const refused = await r.actor('privacyOfficer', 'leger-des-heils')
    expect(await asked(refused, chain)).toEqual([
      { organisation: r.organisations['leger-des-heils'], kind: 'denied' },
    ])
  })

  it('reads nothing of the case itself', async () => {
    const files = Prisma.sql`SELECT 1 FROM spine WHERE kind <> 'membership' UNION ALL SELECT 1 FROM case_identity UNION ALL SELECT 1 FROM turn`
    expect(await asked(privacy, files)).toEqual([])
  })
})
