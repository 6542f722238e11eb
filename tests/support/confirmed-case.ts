// A client of the demo world who was promised a home, by the steps that its people take: what is signed is still to be signed.
// `node --conditions=react-server --import tsx tests/support/confirmed-case.ts MARK [hidden]`, as on-demo.ts says.
// `hidden`: a mother of two in the vrouwenopvang, whose address is secret from the day on which she was registered.
import type { Actor } from '@/domain/case/actor'
import type { StepName } from '@/domain/case/steps'
import { described, first } from './client'
import { candidates, decision, home } from './main-job'
import { type Demo, onDemo } from './on-demo'
import { take } from './region'

/** The case, what nobody else may find of it, and the address of the home that was promised. */
export type Confirmed = { readonly address: string; readonly name: string; readonly street: string }

const [mark = '', kind] = process.argv.slice(2)
const hidden = kind === 'hidden'
const name = `Belofstra-${mark}`
const mother = { setting: 'VO', facility: 'Huis in het Bos', salutation: 'mevrouw' }
const part: Partial<Record<StepName, Record<string, unknown>>> = hidden
  ? {
      describeStay: { setting: 'VO', facility: mother.facility },
      describeHousehold: { adults: 1, children: 2 },
      describeSafety: { threat: 'stalking', secrecy: 'geheim', note: 'De ex-partner zoekt haar' },
    }
  : {}

type Cast = Record<'mentor' | 'regisseur' | 'chair' | 'secretary' | 'officer', Actor>
type Does = (
  who: Actor,
  step: StepName,
  id: string | null,
  input?: Record<string, unknown>,
) => Promise<string>

const castOf = async ({ person }: Demo): Promise<Cast> => ({
  mentor: await person('Roos Ottens', 'mentor'),
  regisseur: await person('Femke Bruinsma', 'regisseur'),
  chair: await person('Johan Wiggers', 'chair'),
  secretary: await person('Sunita Ramdin', 'secretary'),
  officer: await person('Gea Wolters', 'officer'),
})

/** The mentor names who reads a case of which the address is secret; of another everybody reads by their rights. */
const names = async (does: Does, mentor: Actor, id: string, who: Actor) =>
  hidden && (await does(mentor, 'namePerson', id, { person: who.membershipId }))

/** From the first word to looking for a home. */
async function admitted(does: Does, cast: Cast, emmen: string): Promise<string> {
  const opening = {
    ...first,
    givenName: 'Noor',
    familyName: name,
    ...(hidden && mother),
    readySince: '2016-03-01',
  }
  const id = await does(cast.mentor, 'openCase', null, { ...opening, gemeente: emmen })
  for (const [step, input] of described(emmen))
    await does(cast.mentor, step, id, {
      ...input,
      ...part[step],
      ...(step === 'writeProfile' && { approvedOn: null }),
    })
  await does(cast.mentor, 'sendIntake', id)
  await names(does, cast.mentor, id, cast.regisseur)
  await does(cast.regisseur, 'acceptIntake', id)
  return id
}

async function decided(
  does: Does,
  cast: Cast,
  id: string,
  demo: Demo,
  organisations: Record<string, string>,
) {
  const when = { on: demo.today, at: '10:00', place: `Tafel ${mark}`, note: null }
  const tafel = await does(cast.secretary, 'planTafel', null, when)
  await does(cast.regisseur, 'putOnTafel', id, { tafel })
  // Who must not be found comes to live in another gemeente than the one that decides.
  const said = { priority: 'spoed', ...(hidden && { municipality: organisations.coevorden }) }
  const seats = { seats: ['gemeente', 'corporatie', 'zorgaanbieder'], present: 'Allen' }
  await does(cast.chair, 'openTafel', tafel, seats)
  await does(cast.chair, 'proposeDecision', id, decision({ organisations }, said))
  await does(cast.chair, 'adoptList', tafel)
  await does(cast.secretary, 'adoptList', tafel)
}

/** A home in Emmen, or for who moves to another gemeente in Coevorden: offered, taken and confirmed. */
async function promised(
  does: Does,
  cast: Cast,
  id: string,
  demo: Demo,
  organisations: Record<string, string>,
) {
  const elsewhere = { postcode: '7741 AB', municipality: organisations.coevorden, rooms: 4 }
  const facts = {
    ...home({ organisations }, mark.slice(-6)),
    ...(hidden && elsewhere),
    availableFrom: demo.today,
  }
  const dwelling = await does(cast.officer, 'enterDwelling', null, facts)
  const found = await candidates(cast.officer, dwelling, demo.today)
  const candidate = found?.candidates.find((one) => one.caseId === id)?.pseudonym
  const offer = await does(cast.officer, 'propose', null, { dwelling, candidate, reason: null })
  await names(does, cast.mentor, id, cast.officer)
  await does(cast.mentor, 'acceptOffer', offer, { note: null })
  await does(cast.officer, 'confirmOffer', offer, { form: 'driepartijen', startOn: demo.today })
}

await onDemo(async (demo) => {
  const cast = await castOf(demo)
  const organisations = { emmen: await demo.idOf('emmen'), coevorden: await demo.idOf('coevorden') }
  const does: Does = (who, step, id, input = {}) => take(who, step, id, input, { on: demo.today })
  const id = await admitted(does, cast, organisations.emmen)
  await decided(does, cast, id, demo, organisations)
  await promised(does, cast, id, demo, organisations)
  return { address: `/cases/${id}`, name, street: `Weiersstraat ${mark.slice(-6)}` } satisfies Confirmed
})
