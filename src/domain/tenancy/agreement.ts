// The three agreements of a tenancy as papers: what each of them rests on, who may read it, and which sentences it has.
import type { Case } from '../case/case'
import { type Agreement, required, restsOn, type Signatory } from '../case/signing'

/** The model of the region that is printed: one higher each time that one of its sentences changes. */
export const model = 3

/** From the offer that was confirmed until the omklap: what follows then is a lease without conditions. */
const leased = ({ spine: { stage }, of: { placement } }: Case) =>
  (stage === 'tenancy' || stage === 'aftercare') && !!placement && !placement.ownNameOn

/** The agreements that this reader has of the case, as papers. A client who came from a file has no lease here. */
export const agreementsIn = (kase: Case): Agreement[] =>
  leased(kase)
    ? (Object.keys(restsOn) as Agreement[]).filter(
        (agreement) =>
          restsOn[agreement].every((name) => kase.shared.has(name)) &&
          (agreement === 'guidance' || !!kase.of.tenancy),
      )
    : []

/** How the contract form (`contractForms`) hangs together with support: lease and support lean on each other, or do not. */
const leans: readonly string[] = ['driepartijen', 'tijdelijk', 'intermediair']
export const leansOnSupport = (form: string): boolean => leans.includes(form)

/** The care provider rents, and the client lives there until the omklap. */
const sublets = (form: string) => form === 'intermediair'

const ending: Readonly<Record<string, string>> = {
  tijdelijk: 'temporary',
  jongeren: 'youth',
  intermediair: 'untilOmklap',
}

/** The sentences of an agreement in this contract form, by their names in the texts; in the order of the paper. */
export function clausesOf(agreement: Agreement, form: string): readonly string[] {
  const support = leansOnSupport(form) ? 'linked' : 'apart'
  switch (agreement) {
    case 'lease':
      return [
        sublets(form) ? 'sublet' : 'living',
        'start',
        'rent',
        ending[form] ?? 'open',
        'upkeep',
        'neighbours',
        support,
        'notice',
      ]
    case 'guidance':
      return ['help', 'hours', 'plan', 'visits', 'change', 'privacy', support]
    case 'tripartite':
      return ['together', support, 'contact', 'privacy', 'talk', ...(leansOnSupport(form) ? ['review'] : [])]
  }
}

/** Who signs: as the steps ask it, and the care provider too where it is the tenant. */
export const signatoriesOf = (agreement: Agreement, form: string): readonly Signatory[] => {
  const asked = required.flatMap(([document, signatory]) => (document === agreement ? [signatory] : []))
  return agreement === 'lease' && sublets(form) ? [...asked, 'provider'] : asked
}
