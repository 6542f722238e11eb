// Whoever is responsible hears of a broken glass at once, and a privacy officer judges it by what was opened.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { journalFilter } from '@/domain/privacy/journal-filter'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { accessesToReview, openedIn } from '@/server/emergency'
import { entriesOf } from '@/server/journal-entries'
import { broken, client, inNeed, numberOf, reading, WHY } from '../support/broken-glass'
import { type Cast, castOf } from '../support/main-job'
import { addressOf, BASE, openOffice, type TestOffice } from '../support/office'
import { attempt, type Region, region, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let office: TestOffice
let cast: Cast
let kase: string
let number: string
let opener: Actor
let judge: Actor
let officers: Actor[]

const FOUND = { outcome: 'justified', findings: 'Er was gevaar, en er is weinig gelezen' }

beforeAll(async () => {
  r = await region()
  office = await openOffice(r)
  cast = await castOf(r)
  kase = await inNeed(r, cast)
  number = await numberOf(r, kase)
  opener = await r.actor('regisseur', 'borger-odoorn', 'Rens Nood')
  judge = await r.actor('privacyOfficer', 'cosis', 'Fatima Rechter')
  officers = [
    judge,
    await r.actor('privacyOfficer', 'emmen', 'Fred Gemeente'),
    await r.actor('privacyOfficer', 'borger-odoorn', 'Flip Opener'),
  ]
}, 120_000)
beforeEach(() => office.clear())
afterAll(async () => {
  await office?.close()
  await r.close()
})

describe('word of a broken glass', () => {
  it('goes out with the first round, to whoever is responsible and to three privacy officers', async () => {
    const leads = [await r.actor('zorgLead', 'cosis'), await r.actor('gemeenteLead', 'emmen')]
    await broken(opener, number)
    await office.round(15)
    const told = [cast.mentor, cast.regisseur, ...leads, ...officers].map(addressOf).sort()
    expect(
      office
        .letters()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(told)
  })

  it('says that it cannot wait, and holds a link to the emergency and no word about anybody', async () => {
    const id = await broken(await r.actor('mentor', 'leger-des-heils'), number)
    await office.round(15)
    const letters = office.letters()
    expect(letters.length).toBeGreaterThan(4)
    for (const { text, head } of letters) {
      expect(text).toContain(`${BASE}/emergencies/${id}`)
      expect(head).toContain('Kijk vandaag nog')
      for (const secret of [client.givenName, client.familyName, number, WHY, opener.name, kase])
        expect(text).not.toContain(secret)
    }
  })
})

describe('what was opened', () => {
  it('stands in the journal as read in an emergency, and comes to the judge as names of groups', async () => {
    const reader = await r.actor('regisseur', 'borger-odoorn', 'Leest Goed')
    const id = await broken(reader, number)
    await reading(reader, kase)
    await reading(reader, kase)
    const opened = await asActor(judge, (tx) => openedIn(tx, id))
    expect(opened.map(({ object, times }) => `${object} ${times}`)).toContain('relapsePlan 2')
    expect(opened.map(({ object }) => object)).not.toContain('health')
    const [flip] = officers.slice(2) as [Actor]
    const filter = { ...journalFilter({ kind: 'read', subject: kase }), person: reader.accountId }
    const entries = await asActor(flip, (tx) => entriesOf(tx, flip, filter, null, 10))
    expect(new Set(entries.map(({ purpose, ground }) => `${purpose} ${ground}`))).toEqual(
      new Set(['nood vitaal']),
    )
    expect(entries.map(({ emergency }) => emergency)).toEqual([await numberOf(r, id), await numberOf(r, id)])
    for (const who of [reader, cast.mentor, await r.actor('privacyOfficer', 'domesta')])
      expect(await asActor(who, (tx) => openedIn(tx, id)), who.name).toEqual([])
  })

  it('is only what was read in that hour, by whoever broke the glass', async () => {
    const reader = await r.actor('regisseur', 'borger-odoorn', 'Leest Niet')
    const id = await broken(reader, number)
    await reading(cast.mentor, kase)
    await take(reader, 'endEmergency', id)
    await reading(reader, kase)
    expect(await asActor(judge, (tx) => openedIn(tx, id))).toEqual([])
  })

  it('is shown to no privacy officer as a fact of the client', async () => {
    for (const who of officers) {
      expect(await see(who, kase), who.name).toBeNull()
      expect(await asked(who, Prisma.sql`SELECT 1 FROM case_identity`), who.name).toEqual([])
    }
  })
})

describe('a judgement', () => {
  const by = async (name: string) => broken(await r.actor('regisseur', 'borger-odoorn', name), number)

  it('waits for the privacy officer of the provider, for five working days, until it is given', async () => {
    const id = await by('Wacht Op Oordeel')
    const waiting = () => asActor(judge, (tx) => accessesToReview(tx, judge))
    expect((await waiting()).map((one) => one.id)).toContain(id)
    const [turn] = (await see(judge, id, 'emergency'))?.turns ?? []
    expect(turn).toMatchObject({ task: 'reviewAsProvider', dueOn: '2026-11-30' })
    await take(judge, 'reviewEmergency', id, FOUND)
    expect((await waiting()).map((one) => one.id)).not.toContain(id)
  })

  it('ends what is still open', async () => {
    const reader = await r.actor('regisseur', 'borger-odoorn', 'Nog Bezig')
    const id = await broken(reader, number)
    expect(await see(reader, kase)).not.toBeNull()
    await take(judge, 'reviewEmergency', id, { ...FOUND, outcome: 'notJustified' })
    expect(await see(reader, kase)).toBeNull()
  })

  it('is given by nobody of another organisation, also not past our own rules', async () => {
    const id = await by('Wordt Niet Hier Beoordeeld')
    const [, gemeente, own] = officers as [Actor, Actor, Actor]
    expect(await attempt(gemeente, 'reviewEmergency', id, FOUND)).toEqual({
      refusal: { reason: 'reviewedElsewhere' },
    })
    expect(await attempt(own, 'reviewEmergency', id, FOUND)).toEqual({ refusal: { reason: 'notYours' } })
    const row = Prisma.sql`INSERT INTO emergency_review VALUES (${id}::uuid, ${gemeente.covenantId}::uuid, 'justified', 'x', current_date) RETURNING 1`
    expect(await asked(gemeente, row)).toBe('42501')
    expect(await asked(own, row)).toBe('42501')
  })

  it('of the own emergency is given to nobody: it goes to the gemeente when no other officer of the provider is there', async () => {
    const twoHats = await r.actor('mentor', 'leger-des-heils', judge.name)
    expect(twoHats.accountId).toBe(judge.accountId)
    const id = await broken(twoHats, number)
    const [turn] = (await see(judge, id, 'emergency'))?.turns ?? []
    expect(turn).toMatchObject({ task: 'reviewAsGemeente' })
    await r.kernel(`UPDATE turn SET holder_id = $2, task = 'reviewAsProvider' WHERE subject_id = $1`, [
      id,
      judge.organisationId,
    ])
    expect(await attempt(judge, 'reviewEmergency', id, FOUND)).toEqual({
      refusal: { reason: 'ownEmergency' },
    })
    const row = Prisma.sql`INSERT INTO emergency_review VALUES (${id}::uuid, ${judge.covenantId}::uuid, 'justified', 'x', current_date) RETURNING 1`
    expect(await asked(judge, row)).toBe('TT011')
  })

  it('is read by who was judged and by the officers, and not by the people of the client', async () => {
    const reader = await r.actor('regisseur', 'borger-odoorn', 'Wordt Beoordeeld')
    const id = await broken(reader, number)
    await take(judge, 'reviewEmergency', id, FOUND)
    for (const who of [reader, ...officers])
      expect((await see(who, id, 'emergency'))?.of.review, who.name).toMatchObject(FOUND)
    const told = await see(cast.mentor, id, 'emergency')
    expect(told?.of).toMatchObject({ opening: { why: WHY }, review: null })
  })
})
