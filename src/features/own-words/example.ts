import 'server-only'
// How an agreement looks with the own words of an organisation: of somebody who does not exist.
import { getTranslations } from 'next-intl/server'
import { papersWordedBy } from '@/domain/tenancy/own-words'
import type { AgreementFacts } from '@/server/agreements/facts'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { wordingsOf } from '@/server/own-words'
import { currentActor } from '@/server/session'
import { wordsFor } from './queries'

/** Euro cents. */
const RENT = 65_000

/** Somebody who does not exist, in a home that is not there. */
const invented = {
  conditions: [],
  plan: null,
  form: 'driepartijen',
  rent: RENT,
  stayedIn: null,
  temporaryGround: null,
  endsOn: null,
  support: null,
  omklapMonths: 12,
} as const

/** The example with this wording; null where it, or the agreement, is not there for who asks. */
export async function getWordsExample(wording: string, name: string): Promise<AgreementFacts | null> {
  const actor = await currentActor()
  const agreement = papersWordedBy(actor.organisationKind).find((one) => one === name)
  if (!agreement || !wordsFor(actor)) return null
  const all = await asActor(actor, (tx) => wordingsOf(tx, actor.organisationId))
  const found = all.find(({ id }) => id === wording)
  if (!found) return null
  const t = await getTranslations('ownWords')
  const ours = actor.organisationKind === 'corporatie' ? 'corporation' : 'provider'
  const { letterhead, clauses } = found.words
  return {
    ...invented,
    agreement,
    number: t('sampleNumber'),
    covenant: actor.covenantName,
    parties: { corporation: t('sampleOther'), provider: t('sampleOther'), [ours]: actor.organisationName },
    client: { name: t('sampleName'), birthDate: '1990-01-01' },
    address: t('sampleAddress'),
    startOn: today(),
    own: [{ name: actor.organisationName, number: found.number, letterhead, clauses: clauses[agreement] }],
  }
}
