import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, accountByPassword, invitedName } from '@/server/sign-in'
import { invite } from '../../prisma/first-day/invitation'
import { readPeople } from '../../prisma/first-day/people-file'
import { ADMIN, type FirstDay, firstDay, HERE, PASSWORD, REGION, SECOND, tokenIn } from '../support/first-day'

let day: FirstDay
beforeAll(async () => {
  day = await firstDay()
  await day.run(['covenant', REGION])
  await day.run(['covenant', SECOND])
  await acceptInvitation(tokenIn(await day.run([...ADMIN, ...HERE])), PASSWORD)
})
afterAll(() => day.close())

describe('people from a file', () => {
  it('are refused with the line of each mistake, and then nobody is invited', async () => {
    const before = await day.written()
    const path = day.people(
      'wrong.csv',
      'Bo Vos;bo@cosis.example;cosys;zuidoost-drenthe;mentor',
      'Bo Vos;bo@cosis.example;cosis;zuidoost;mentor',
      '',
      'Mo Prins;mo@cosis;cosis;zuidoost-drenthe;mentor',
      'Jo Smit;jo@domesta.example;domesta;zuidoost-drenthe;mentor',
      'Lu Kok;lu@domesta.example;domesta;flevoland;officer',
      'Di Mol;di@cosis.example;cosis;zuidoost-drenthe;director',
      '=1+1;ed@cosis.example;cosis;zuidoost-drenthe;mentor',
      'Di Mol;DI@cosis.example;cosis;zuidoost-drenthe;director',
      'Bob Vos;bo@cosis.example;cosis;zuidoost-drenthe;mentor',
      'It Self;it@thuistafel.example;thuistafel;zuidoost-drenthe;matching',
      'It Self;systeem@thuistafel.invalid;emmen;zuidoost-drenthe;regisseur',
    )
    const told = await day.refused(['invite', path])
    const places = told.split('\n').flatMap((line) => /^ {2}line (.+?): /.exec(line)?.[1] ?? [])
    expect(places).toEqual([
      ...['2, organisation', '3, covenant', '5, email', '6, role', '7, organisation', '8, role', '9, name'],
      ...['10, role', '10', '11, name', '12, organisation', '12, role', '13, email'],
    ])
    expect(told).toContain("'mentor' is not a role for a person at a corporatie")
    expect(told).toContain("'domesta' is not a party of 'flevoland'")
    expect(told).not.toMatch(/@(?!gemeente\.nl)/)
    expect(await day.written()).toEqual(before)
    expect(() => statSync(join(day.folder, 'wrong-links.csv'))).toThrow()
  })

  it('are refused when the file is not such a file', async () => {
    const nobody = day.people('nobody.csv')
    expect(await day.refused(['invite', nobody])).toContain('no people')
    expect(await day.refused(['invite', day.file('empty.csv', '')])).toContain('missing: name, email')
    const strange = await day.refused(['invite', day.file('strange.csv', 'name,mail,role,bo@cosis.example')])
    expect(strange).toContain("not known, or named twice: 'mail', (an address)")
    expect(
      await day.refused(['invite', day.people('quote.csv', '"Bo;b@c.nl;cosis;zuidoost-drenthe;mentor')]),
    ).toContain('line 2')
    expect(await day.refused(['invite', day.people('short.csv', 'Bo;b@c.nl;cosis')])).toContain(
      'line 2: has 3 cells',
    )
    const bo = day.people('bo.csv', 'Bo;b@c.nl;cosis;zuidoost-drenthe;mentor')
    expect(await day.refused(['invite', bo, '--out', nobody])).toContain('is there already')
    expect(await day.refused(['invite', bo, '--out', join(day.folder, 'no', 'links.csv')])).toContain(
      'no folder',
    )
    // Nor when the disk turns out to be full: the links could never be read back.
    const rows = { rows: readPeople(bo), source: 'bo.csv' }
    const full = () => {
      throw new Error('ENOSPC')
    }
    const terms = { base: 'https://thuistafel.example.nl', days: 1, renew: false }
    await expect(invite(day.db.ownerUrl, rows, terms, full)).rejects.toThrow('ENOSPC')
    expect(await day.kernel("SELECT 1 FROM account WHERE name = 'Bo'")).toEqual([])
  })

  it('get one link each in a file that only its owner may read; commas do as well', async () => {
    const rows = [
      '\uFEFFEmail,Name,role,organisation,covenant',
      'Bo@cosis.example,"Vos, Bo 🏠",mentor,cosis,zuidoost-drenthe',
      'bo@cosis.example,"Vos, Bo 🏠",zorgLead,cosis,zuidoost-drenthe',
      'ans.bos@emmen.example,Ans Bos,regisseur,emmen,zuidoost-drenthe',
      ',,,,',
    ]
    const said = await day.run(['invite', day.file('team.csv', rows.join('\n')), '--days', '14'])
    expect(said).toMatch(/^People invited: 2, with 3 memberships\.\nOne-time links: 1, for 14 days/)
    expect(said).toContain('they have a password: 1.')
    expect(said).not.toContain('@')
    const out = join(day.folder, 'team-links.csv')
    expect(statSync(out).mode & 0o777).toBe(0o600)
    const token = tokenIn(readFileSync(out, 'utf8'))
    expect(readFileSync(out, 'utf8').split('\r\n')[1]).toMatch(/^"Vos, Bo 🏠";"bo@cosis\.example";"https:/)
    const account = await acceptInvitation(token, PASSWORD)
    expect(await accountByPassword('bo@cosis.example', PASSWORD)).toBe(account)
    expect(await invitedName(token)).toBeNull()
    // Who forgot a password gets a link only when that is asked for.
    expect(
      await day.run(['invite', join(day.folder, 'team.csv'), '--out', join(day.folder, 'two.csv')]),
    ).not.toContain('two.csv')
    expect(() => statSync(join(day.folder, 'two.csv'))).toThrow()
    await day.run(['invite', join(day.folder, 'team.csv'), '--out', join(day.folder, 'two.csv'), '--renew'])
    expect(readFileSync(join(day.folder, 'two.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(3)
  })
})
