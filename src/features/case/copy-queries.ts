import 'server-only'
// The copy for the client: the file as its reader sees it, narrowed to what is the client's to have.
import { inClientCopy } from '@/domain/privacy/client-copy'
import { accountsFor } from '@/domain/privacy/disclosures'
import { covenantCard } from '@/server/covenant'
import { currentActor } from '@/server/session'
import { recipientsOf } from './consent-queries'
import { type FileScreen, readersOf, rowsOf } from './file-queries'
import { onCase } from './on-case'

export type CopyScreen = Omit<FileScreen, 'plan'> & {
  day: string
  organisation: string
  /** Whom a client asks about their data; null where the covenant names nobody. */
  privacyContact: string | null
}

/** The copy; null where there is no such case for this person, or they do not answer to the client for it. */
export async function getCopyScreen(id: string): Promise<CopyScreen | null> {
  if (!accountsFor((await currentActor()).role)) return null
  return onCase(
    id,
    (kase) => inClientCopy.filter((name) => kase.shared.has(name)),
    async (tx, scene) => {
      const { actor, kase, names, head, day } = scene
      const held = inClientCopy.filter((name) => kase.shared.has(name) && rowsOf(kase, name, names).length)
      return {
        head,
        day,
        organisation: actor.organisationName,
        privacyContact: (await covenantCard(tx))?.privacyContact ?? null,
        ledger: kase.of.consents?.length ? await recipientsOf(tx, scene) : [],
        compartments: held.map((name) => ({
          name,
          shared: true,
          rows: rowsOf(kase, name, names),
          readers: readersOf(name, kase.spine.stage, head),
        })),
      }
    },
    { purpose: 'verantwoorden' },
  )
}
