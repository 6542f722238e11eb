import 'server-only'
// An agreement of a tenancy, for who may read all that it rests on.
import { documents } from '@/domain/case/compartments'
import { isShielded } from '@/domain/intake/shield'
import { type Condition, conditionsOf, lastAdopted } from '@/domain/tafel/adopted'
import { type Agreement, agreementsIn, restsOn } from '@/domain/tenancy/agreement'
import { ruleSetOf } from '@/server/run-step'
import { type CaseHead, onCase, type Scene } from './on-case'

type Asked = Pick<Condition, 'condition' | 'conditionBy' | 'conditionOn'>

export type AgreementScreen = {
  readonly agreement: Agreement
  readonly number: string
  readonly covenant: string
  /** Who takes part, by their part in the case. */
  readonly parties: Readonly<Record<string, string>>
  /** Null in a shielded case: a name and what somebody wrote do not go on paper, also not for who was named for it. */
  readonly client: { readonly name: string; readonly birthDate: string } | null
  readonly address: string | null
  readonly conditions: readonly Asked[]
  readonly plan: Scene['kase']['of']['plan']
  readonly form: string
  readonly startOn: string
  readonly rent: number | null
  readonly stayedIn: string | null
  readonly support: Scene['kase']['of']['support']
  /** So many months after the key the omklap can be asked for. */
  readonly omklapMonths: number
}

/** Only what this paper rests on: another compartment that its reader may read as well does not come along. */
function onlyOf(agreement: Agreement, { of }: Scene['kase']) {
  const names: readonly string[] = restsOn[agreement]
  return Object.fromEntries(Object.entries(of).filter(([name]) => names.includes(name))) as Partial<typeof of>
}

/** What the tafel asked of the parties. */
function conditionsIn(kase: Scene['kase']): Asked[] {
  const last = lastAdopted(kase)
  return last ? conditionsOf(kase, last) : []
}

/** What the region adds to what stands in the case. */
type Region = { readonly covenant: string; readonly omklapMonths: number }

/** All that is written in the agreement; null where the case does not say whose it is, or from when. */
export function agreementFor(
  agreement: Agreement,
  { kase, head }: { readonly kase: Scene['kase']; readonly head: Pick<CaseHead, 'number' | 'parts'> },
  { covenant, omklapMonths }: Region,
): AgreementScreen | null {
  const { identity, placement, tenancy, landlordSummary, support, plan } = onlyOf(agreement, kase)
  if (!identity || !placement) return null
  const open = !isShielded(kase)
  return {
    agreement,
    number: head.number,
    covenant,
    parties: Object.fromEntries(head.parts.map(({ part, name }) => [part, name])),
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
    support: support ?? null,
    omklapMonths,
  }
}

/** The agreement; null where there is none of that name, or it is not for this person to read. */
export async function getAgreement(id: string, name: string): Promise<AgreementScreen | null> {
  const agreement = documents.find((one) => one === name)
  if (!agreement) return null
  return onCase(
    id,
    (kase) => (agreementsIn(kase).includes(agreement) ? restsOn[agreement] : []),
    async (tx, scene) => {
      if (!agreementsIn(scene.kase).includes(agreement)) return null
      const { aftercare } = await ruleSetOf(tx, scene.kase.spine.covenantVersionId)
      const covenant = scene.actor.covenantName
      return agreementFor(agreement, scene, { covenant, omklapMonths: aftercare.omklapAfterMonths })
    },
  )
}
