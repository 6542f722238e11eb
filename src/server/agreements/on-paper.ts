import 'server-only'
// The agreements of a case as they would be printed now, each known by its checksum.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import type { RuleSet } from '@/domain/covenant/rule-set'
import type { Context } from '@/domain/kernel/context'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { agreementsIn } from '@/domain/tenancy/agreement'
import type { Tx } from '../db/client'
import { organisationsOf, partsIn } from '../directory'
import { agreedWordsIn } from '../own-words'
import { type At, agreementFor } from './facts'
import { checksumOfAgreement } from './paper'

type Region = Pick<Actor, 'covenantName'> & { readonly rules: RuleSet }

/** The checksum of each agreement that the reader of this case has, as every other reader of it has it too. */
export function onPaperIn(
  at: At,
  { covenantName: covenant, rules }: Region,
): NonNullable<Context['onPaper']> {
  const region = { covenant, omklapMonths: rules.aftercare.omklapAfterMonths }
  const found = agreementsIn(at.kase).flatMap((agreement) => {
    const facts = agreementFor(agreement, at, region)
    return facts ? [[agreement, checksumOfAgreement(facts)]] : []
  })
  return Object.fromEntries(found)
}

type Asked = { readonly subject: Loaded<Compartments>; readonly rules: RuleSet }

/** For a step that signs, or that asks whether everything is signed. */
export async function onPaperFor(tx: Tx, { covenantName }: Actor, { subject, rules }: Asked) {
  const names = await organisationsOf(tx)
  const parts = (await partsIn(tx, subject.spine.id)).map(({ part, organisationId }) => ({
    part,
    name: names.get(organisationId)?.name ?? '',
  }))
  const words = await agreedWordsIn(tx, subject.spine.id)
  return { onPaper: onPaperIn({ kase: subject as Case, parts, words }, { covenantName, rules }) }
}
