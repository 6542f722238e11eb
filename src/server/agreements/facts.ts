import 'server-only'
// What stands in an agreement of a tenancy, from a case as its reader may read it.
import type { Case } from '@/domain/case/case'
import { type Condition, conditionsOf, lastAdopted } from '@/domain/case/decisions'
import { type Agreement, restsOn } from '@/domain/case/signing'
import { isShielded } from '@/domain/intake/shield'
import { type AgreedWords, type WordsOnPaper, wordsOnPaper } from '@/domain/tenancy/own-words'

type Asked = Pick<Condition, 'condition' | 'conditionBy' | 'conditionOn'>

export type AgreementFacts = {
  readonly agreement: Agreement
  readonly number: string
  readonly covenant: string
  /** Who takes part, by their part in the case. */
  readonly parties: Readonly<Record<string, string>>
  /** Null in a shielded case: a name and what somebody wrote do not go on paper, also not for who was named for it. */
  readonly client: { readonly name: string; readonly birthDate: string } | null
  readonly address: string | null
  readonly conditions: readonly Asked[]
  readonly plan: Case['of']['plan']
  readonly form: string
  readonly startOn: string
  readonly rent: number | null
  readonly stayedIn: string | null
  /** Of a temporary lease: on what it rests, and its last day; null where it was not said, or there is none. */
  readonly temporaryGround: string | null
  readonly endsOn: string | null
  readonly support: Case['of']['support']
  /** So many months after the key the omklap can be asked for. */
  readonly omklapMonths: number
  /** What the parties add to this paper. */
  readonly own: readonly WordsOnPaper[]
}

/** Only what this paper rests on: another compartment that its reader may read as well does not come along. */
function onlyOf(agreement: Agreement, { of }: Case) {
  const names: readonly string[] = restsOn[agreement]
  return Object.fromEntries(Object.entries(of).filter(([name]) => names.includes(name))) as Partial<typeof of>
}

/** What the tafel asked of the parties. */
function conditionsIn(kase: Case): Asked[] {
  const last = lastAdopted(kase)
  return last ? conditionsOf(kase, last) : []
}

/** A case with who takes part in it, by name, and what they add to its papers. */
export type At = {
  readonly kase: Case
  readonly parts: readonly { readonly part: string; readonly name: string }[]
  readonly words: readonly AgreedWords[]
}

/** What the region adds to what stands in the case. */
type Region = { readonly covenant: string; readonly omklapMonths: number }

/** All that is written in the agreement; null where the case does not say whose it is, or from when. */
export function agreementFor(
  agreement: Agreement,
  { kase, parts, words }: At,
  { covenant, omklapMonths }: Region,
): AgreementFacts | null {
  const { identity, placement, tenancy, landlordSummary, support, plan } = onlyOf(agreement, kase)
  if (!identity || !placement) return null
  const open = !isShielded(kase)
  return {
    agreement,
    number: kase.spine.number,
    covenant,
    parties: Object.fromEntries(parts.map(({ part, name }) => [part, name])),
    client: open
      ? { name: `${identity.givenName} ${identity.familyName}`, birthDate: identity.birthDate }
      : null,
    address: (open && tenancy?.address) || null,
    conditions: open && agreement === 'tripartite' ? conditionsIn(kase) : [],
    plan: (open && plan) || null,
    form: placement.form,
    startOn: placement.startOn,
    rent: tenancy?.rent ?? null,
    stayedIn: landlordSummary?.stayedIn ?? null,
    temporaryGround: placement.temporaryGround,
    endsOn: placement.endsOn,
    support: support ?? null,
    omklapMonths,
    own: wordsOnPaper(agreement, placement.wordsOn, words),
  }
}
