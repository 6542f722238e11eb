// A client of the demo world who was promised a home, by the steps that its people take: what is signed is still to be signed.
// `node --conditions=react-server --import tsx tests/support/confirmed-case.ts MARK [hidden]`, as on-demo.ts says.
// `hidden`: a mother of two in the vrouwenopvang, whose address is secret from the day on which she was registered.
import type { StepName } from '@/domain/case/steps'
import { accepted, type Cast, castOf, type Does, decided, doesOn, offered } from './admitted-case'
import { threeParties } from './inputs'
import { home } from './main-job'
import { type Demo, onDemo } from './on-demo'

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

/** The mentor names who reads a case of which the address is secret; of another everybody reads by their rights. */
const names = async (does: Does, cast: Cast, id: string, who: 'regisseur' | 'officer') =>
  hidden && (await does(cast.mentor, 'namePerson', id, { person: cast[who].membershipId }))

/** A home in Emmen, or for who moves to another gemeente in Coevorden: offered, taken and confirmed. */
async function promised(
  does: Does,
  cast: Cast,
  id: string,
  demo: Demo,
  organisations: Record<string, string>,
) {
  const elsewhere = { postcode: '7741 AB', municipality: organisations.coevorden, rooms: 4 }
  const facts = { ...home({ organisations }, mark.slice(-6)), ...(hidden && elsewhere) }
  const offer = await offered(does, cast, id, facts, demo.today)
  await names(does, cast, id, 'officer')
  await does(cast.mentor, 'acceptOffer', offer, { note: null })
  await does(cast.officer, 'confirmOffer', offer, { ...threeParties, startOn: demo.today })
}

await onDemo(async (demo) => {
  const cast = await castOf(demo)
  const organisations = { emmen: await demo.idOf('emmen'), coevorden: await demo.idOf('coevorden') }
  const does = doesOn(demo)
  const gemeente = organisations.emmen
  const opening = hidden ? mother : {}
  const named = (id: string) => names(does, cast, id, 'regisseur')
  const id = await accepted(does, cast, { name, gemeente, opening, part, named })
  // Who must not be found comes to live in another gemeente than the one that decides.
  const said = hidden ? { municipality: organisations.coevorden } : {}
  await decided(does, cast, [id], { mark, today: demo.today, gemeente, said })
  await promised(does, cast, id, demo, organisations)
  return { address: `/cases/${id}`, name, street: `Weiersstraat ${mark.slice(-6)}` } satisfies Confirmed
})
