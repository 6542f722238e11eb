// Cases that wait for a tafel in the demo world, or for the regisseur to check them, by the steps that its people take: so
// many, each with words of its own in every compartment.
// `node --conditions=react-server --import tsx tests/support/waiting-cases.ts HOW-MANY MARK [sent]`
// with DATABASE_OWNER_URL and DATABASE_URL; it prints them as JSON.
import type { Actor } from '@/domain/case/actor'
import { described, first } from './client'
import { type Demo, onDemo } from './on-demo'
import { take } from './region'

/** A case on which Domesta was asked to take part, or not, and the words that stand in it. */
export type Waiting = {
  readonly address: string
  readonly id: string
  readonly number: string
  readonly name: string
  readonly asked: boolean
  /** What an officer who was not asked may never read, and what one who was asked may not either. */
  readonly words: { readonly ofCase: readonly string[]; readonly ofClient: readonly string[] }
}

/** The words of one client, by the compartment in which they stand. */
const wordsOf = (n: number, mark: string) => {
  const word = (where: string) => `${where}${n}woord${mark}`
  return { name: `Stra${n}-${mark}`, debts: word('schuld'), needs: word('hulp'), profile: word('woning') }
}

async function waits(demo: Demo, [mentor, regisseur]: readonly Actor[], n: number, mark: string) {
  const [emmen, domesta] = [await demo.idOf('emmen'), await demo.idOf('domesta')]
  const [who, { today }] = [wordsOf(n, mark), demo]
  const on = { on: today }
  const said = { describeDebts: { note: who.debts }, describeSupport: { needs: who.needs } }
  const written = { ...said, writeProfile: { environment: who.profile, approvedOn: null } }
  const opening = {
    ...first,
    givenName: 'Jo',
    familyName: who.name,
    readySince: '2016-03-01',
    gemeente: emmen,
  }
  const id = await take(mentor as Actor, 'openCase', null, opening, on)
  for (const [step, input] of described(emmen))
    await take(mentor as Actor, step, id, { ...input, ...written[step as keyof typeof written] }, on)
  await take(mentor as Actor, 'sendIntake', id, {}, on)
  if (until === 'ready') await take(regisseur as Actor, 'acceptIntake', id, {}, on)
  const asked = until === 'ready' && n % 2 === 1
  if (asked) await take(regisseur as Actor, 'inviteParty', id, { organisation: domesta }, on)
  const number = await demo.numberOf(id)
  const words = { ofCase: [who.profile, id], ofClient: [who.name, who.debts] }
  return { address: `/cases/${id}`, id, number, name: who.name, asked, words } satisfies Waiting
}

const [many = '1', mark = '', until = 'ready'] = process.argv.slice(2)
await onDemo(async (demo) => {
  const people = [
    await demo.person('Roos Ottens', 'mentor'),
    await demo.person('Femke Bruinsma', 'regisseur'),
  ]
  const waiting: Waiting[] = []
  for (let n = 1; n <= Number(many); n++) waiting.push(await waits(demo, people, n, mark))
  return waiting
})
