// The swap that an offer is in, or would be in, in memory: the other offer, and each client beside the home of the other.
import type { Swap } from '@/domain/kernel/context'
import { candidateFor } from './candidate'
import type { Held } from './held'

type Region = Parameters<typeof candidateFor>[0]
type Terms = { dwelling: string; case: string; alone: boolean; live: boolean }
type Words = { swapping: boolean; corporationAgrees: boolean; gemeenteAgrees: boolean }

const termsOf = ({ of }: Held) => of.terms as unknown as Terms
const wordsOf = ({ of }: Held) => of.swap as Words | null
const partnerOf = (held: Held) =>
  wordsOf(held)?.swapping ? (held.of.swapPair as { partner: string }).partner : null

const waits = ({ spine, of }: Held) =>
  ['proposed', 'informed', 'viewing'].includes(spine.stage) && (of.terms as { live?: boolean } | null)?.live

/** As the server finds it for the offer of this id; `asked` is the offer with which a swap is proposed. */
export function swapIn(world: Region, id: string | undefined, asked: unknown): { swap?: Swap | null } {
  const offers = world.all('offer')
  const own = offers.find(({ spine }) => spine.id === id)
  const partner = own && (asked ?? partnerOf(own))
  const other = offers.find(({ spine }) => spine.id === partner)
  if (!own || !other) return {}
  const [mine, theirs] = [termsOf(own), termsOf(other)]
  const bound = asked
    ? !partnerOf(own) && !partnerOf(other)
    : partnerOf(own) === other.spine.id && partnerOf(other) === own.spine.id
  const open = !!waits(own) && !!waits(other) && bound && mine.case !== theirs.case
  const pair = (home: Terms, client: Terms) =>
    open ? candidateFor(world, { dwelling: home.dwelling, case: client.case }) : null
  const said = wordsOf(other)
  const agreed = !!said?.swapping && said.corporationAgrees && said.gemeenteAgrees
  const { dwelling, case: kase, alone } = theirs
  const found = { partner: other.spine.id, number: other.spine.number, dwelling, case: kase, alone }
  return { swap: { ...found, agreed, open, newcomer: pair(mine, theirs), leaver: pair(theirs, mine) } }
}
