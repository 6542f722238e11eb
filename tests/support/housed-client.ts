// A client of the demo world who got the key and was visited, of whom the mentor knows what hardly anybody else may read.
// `node --conditions=react-server --import tsx tests/support/housed-client.ts MARK`, as on-demo.ts says.
import { accepted, type Cast, castOf, type Does, decided, doesOn, offered } from './admitted-case'
import { threeParties } from './inputs'
import { home } from './main-job'
import { onDemo } from './on-demo'

/** Where the case is, how the client is called and where the home stands; and what only those may read who need it. */
export type Housed = {
  readonly address: string
  readonly name: string
  readonly houseNumber: string
  readonly secret: Readonly<Record<'reason' | 'treatment' | 'debtNote' | 'debtTotal' | 'visitNote', string>>
}

const [mark = ''] = process.argv.slice(2)
const [name, houseNumber] = [`Kansstra-${mark}`, mark.slice(-6)]
const secret = {
  reason: `Reden ${mark}`,
  treatment: `Behandeling ${mark}`,
  debtNote: `Schuldnotitie ${mark}`,
  debtTotal: '12.345,67',
  visitNote: `Verslag ${mark}`,
}
const part = {
  describeDebts: { total: 1_234_567, note: secret.debtNote },
  addExclusion: { reason: secret.reason },
}

/** From the offer to the first visit. */
async function movesIn(does: Does, { mentor, officer }: Cast, id: string, offer: string, today: string) {
  await does(mentor, 'acceptOffer', offer, { note: null })
  await does(officer, 'confirmOffer', offer, { ...threeParties, startOn: today })
  const plan = { goals: 'Thuis landen', agreements: 'Elke week bezoek', signedOn: today, level: 'midden' }
  await does(mentor, 'writePlan', id, plan)
  const signed = { signedOn: today, startOn: today, signingWay: 'inApp' }
  await does(officer, 'signLease', id, signed)
  await does(officer, 'signTripartiteLandlord', id, signed)
  await does(mentor, 'signGuidance', id, signed)
  await does(mentor, 'signTripartiteProvider', id, signed)
  await does(officer, 'handOverKey', id, { keyOn: today })
  const visit = { visitedOn: today, form: 'thuis', level: 'groen', note: secret.visitNote }
  await does(mentor, 'recordVisit', id, visit)
}

await onDemo(async (demo) => {
  const cast = await castOf(demo)
  const [does, today, gemeente] = [doesOn(demo), demo.today, await demo.idOf('emmen')]
  // Behind whoever waits for long: the homes of other tests are not for this client.
  const opening = { readySince: '2026-06-01' }
  const id = await accepted(does, cast, { name, gemeente, opening, part })
  await does(cast.mentor, 'describeHealth', id, { treatment: secret.treatment, summary: null })
  await decided(does, cast, [id], { mark, today, gemeente })
  const facts = home({ organisations: { emmen: gemeente } }, houseNumber)
  await movesIn(does, cast, id, await offered(does, cast, id, facts, today), today)
  return { address: `/cases/${id}`, name: `Noor ${name}`, houseNumber, secret } satisfies Housed
})
