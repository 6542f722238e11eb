// An open page hears of what its reader may see, and of nothing else.
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { geheim, lookersOf, told } from '../support/hidden-client'
import { listening } from '../support/listening'
import { admit, enter, propose, register } from '../support/main-job'
import { openPage } from '../support/open-page'
import { take } from '../support/region'

const l = listening()
const { changes, settled, versionFor } = l

describe('whoever may not see a case', () => {
  it('hears nothing of it, whatever their page says it watches', async () => {
    const outsiders = [
      l.cast.officer,
      await l.r.actor('mentor', 'treant'),
      await l.r.actor('privacyOfficer', 'cosis'),
      await l.r.actor('organisationAdmin', 'emmen'),
      await l.r.actor('regisseur', 'almere', 'regisseur almere', 'flevoland'),
    ]
    const pages = await Promise.all(
      outsiders.flatMap((who) => [
        openPage(l.watch, who, { of: l.kase }),
        openPage(l.watch, who),
        openPage(l.watch, who, { of: null }),
      ]),
    )
    for (const who of outsiders) expect(await versionFor(who)).toBeNull()
    const insider = await openPage(l.watch, l.cast.regisseur)
    const heard = insider.hears('changed')
    await changes()
    await heard
    await settled()
    expect(pages.flatMap(({ said }) => said)).toEqual([])
  })

  it('is answered about it as about one that never was', async () => {
    const ask = async (of: string) => (await openPage(l.watch, l.cast.officer, { of, version: 3 })).said
    const both = [await ask(l.kase), await ask(randomUUID())]
    await settled()
    expect(both).toEqual([['gone'], ['gone']])
  })
})

describe('a shielded case', () => {
  let offer: string
  let hidden: string
  let lookers: Readonly<Record<string, Actor>>
  beforeAll(async () => {
    lookers = await lookersOf(l.r, l.cast)
    hidden = await register(l.r, l.cast, told.name)
    await admit(l.r, l.cast, hidden)
    offer = await propose(l.cast, await enter(l.r, l.cast), hidden)
    await take(l.cast.mentor, 'describeSafety', hidden, geheim)
  }, 120_000)

  it.each(['the case', 'its offer'])(
    '%s is heard of by those who see it, and by nobody else',
    async (what) => {
      const id = what === 'the case' ? hidden : offer
      const pages = await Promise.all(
        Object.entries(lookers).map(async ([name, who]) => {
          const all = await openPage(l.watch, who)
          const one = await openPage(l.watch, who, { of: id })
          return { name, sees: (await versionFor(who, id)) !== null, all, one }
        }),
      )
      if (what === 'the case') await changes(hidden)
      else await l.r.kernel('UPDATE spine SET version = version + 1 WHERE id = $1', [id])
      await settled()
      expect(pages.map(({ name, all, one }) => [name, all.said.length, one.said])).toEqual(
        pages.map(({ name, sees }) => [name, sees ? 1 : 0, sees ? ['changed'] : []]),
      )
      expect(new Set(pages.map(({ sees }) => sees)).size).toBe(2)
    },
  )
})

describe('a page of what its reader may no longer see', () => {
  it('is told so at once, and only once', async () => {
    const theirs = await register(l.r, l.cast, { givenName: 'Ans', familyName: 'Vos' })
    await admit(l.r, l.cast, theirs)
    const offer = await propose(l.cast, await enter(l.r, l.cast, '77'), theirs)
    const page = await openPage(l.watch, l.cast.officer, { of: theirs })
    expect(await versionFor(l.cast.officer, theirs)).not.toBeNull()
    const gone = page.hears('gone', 1_000)
    await take(l.cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null })
    expect(await gone).toBeLessThan(1_000)
    await changes(theirs)
    await settled()
    expect(page.said).toEqual(['gone'])
  })

  it('by a time that is over is told so within five seconds, though nothing was done', async () => {
    const page = await openPage(l.watch, l.cast.regisseur, { of: l.kase })
    const gone = page.hears('gone', 5_000)
    await l.r.kernel(
      'UPDATE relation SET until = clock_timestamp() WHERE subject_id = $1 AND holder_id = $2',
      [l.kase, l.cast.regisseur.organisationId],
    )
    expect(await gone).toBeLessThan(5_000)
  })
})
