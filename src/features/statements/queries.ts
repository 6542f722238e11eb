import 'server-only'
// What the statements for everyone tell of this installation.
import { compartmentsBySource } from '@/domain/case/compartments'
import { type Contact, contacts } from '@/server/covenant'

type StoredGroup = { readonly source: string; readonly objects: readonly string[] }
export type PrivacyScreen = {
  readonly contacts: readonly Contact[]
  readonly stored: readonly StoredGroup[]
}

/** What is stored, by the tables of the domain, and where a question about it goes. */
export const getPrivacyScreen = async (): Promise<PrivacyScreen> => ({
  contacts: await contacts(),
  stored: Object.entries(compartmentsBySource).map(([source, its]) => ({
    source,
    objects: Object.keys(its),
  })),
})
