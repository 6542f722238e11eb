import 'server-only'
// The letter for the client about the decision of the tafel, for who answers to the client.
import { accountsFor } from '@/domain/privacy/disclosures'
import { type Letter, letterOf } from '@/domain/tafel/letter'
import { covenantCard } from '@/server/covenant'
import { ruleSetOf } from '@/server/run-step'
import { currentActor } from '@/server/session'
import { type CaseHead, onCase } from './on-case'

export type LetterScreen = { head: CaseHead; letter: Letter; covenant: string; municipality: string }

/** The letter; null where there is no such case for this person, nothing was adopted yet, or it is not theirs to give. */
export async function getLetterScreen(id: string): Promise<LetterScreen | null> {
  if (!accountsFor((await currentActor()).role)) return null
  return onCase(
    id,
    (kase) => ['decision', 'identity'].filter((name) => kase.shared.has(name)),
    async (tx, { kase, head, actor }) => {
      const letter = letterOf(kase, await ruleSetOf(tx, kase.spine.covenantVersionId))
      return (
        letter && {
          head,
          letter,
          covenant: (await covenantCard(tx))?.name ?? actor.covenantName,
          municipality: head.parts.find(({ part }) => part === 'gemeente')?.name ?? '',
        }
      )
    },
  )
}
