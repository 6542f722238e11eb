import 'server-only'
// What is shared with whom: by the rules that hold now, and by what the journals of all parties tell was read.
import type { OrganisationKind } from '@/domain/case/actor'
import type { CaseCompartment } from '@/domain/case/compartments'
import { liveConsents } from '@/domain/case/consent-ledger'
import { type ReaderGroup, readerGroups } from '@/domain/case/sight'
import { type Disclosure, disclosuresTo, type Reading, type Receiver } from '@/domain/privacy/disclosures'
import { groupOf } from '@/domain/privacy/purposes'
import type { Tx } from '@/server/db/client'
import { partsIn } from '@/server/directory'
import { readingsOf } from '@/server/readings'
import { type CaseHead, onCase, type Scene } from './on-case'

export type SharedWith = {
  readonly key: string
  readonly name: string
  readonly group: ReaderGroup
  readonly guest: boolean
  readonly disclosures: readonly Disclosure[]
}
export type SharingScreen = {
  readonly head: CaseHead
  readonly day: string
  readonly shared: readonly SharedWith[]
}

const groups: readonly string[] = Object.keys(readerGroups)

/** Who reads by a part in the case; a guest by what its kind of organisation is. */
async function partiesOf(
  tx: Tx,
  { kase, names, host }: Scene & { host: string | null },
): Promise<Receiver[]> {
  const parts = await partsIn(tx, kase.spine.id)
  const kindOf = (id: string) => names.get(id)?.kind as OrganisationKind
  const asPart: Readonly<Partial<Record<OrganisationKind, ReaderGroup>>> = {
    gemeente: 'gemeente',
    corporatie: 'corporation',
    zorgaanbieder: 'provider',
    wijkteam: 'localTeam',
    welzijn: 'localTeam',
  }
  const receivers = parts.flatMap(({ part, organisationId }): Receiver[] => {
    const kind = kindOf(organisationId)
    const group = part === 'guest' ? asPart[kind] : groups.includes(part) ? (part as ReaderGroup) : null
    return group ? [{ organisationId, kind, group, guest: part === 'guest' }] : []
  })
  const regie = host
    ? [{ organisationId: host, kind: kindOf(host), group: 'tafel' as const, guest: false }]
    : []
  return [...receivers, ...regie]
}

/** Who has read and plays no part any more: an earlier landlord, a guest of a tafel that is over. */
function earlierOf(
  receivers: readonly Receiver[],
  readings: readonly Reading[],
  { names }: Scene,
): Receiver[] {
  const found = new Map<string, Receiver>()
  for (const { organisationId, role } of readings) {
    const group = groupOf(role)
    const kind = names.get(organisationId)?.kind as OrganisationKind | undefined
    const known = receivers.some((r) => r.organisationId === organisationId && r.group === group)
    if (group && kind && !known)
      found.set(`${organisationId} ${group}`, { organisationId, kind, group, guest: false })
  }
  return [...found.values()]
}

/** Whether there is something to read, as far as the reader knows: what is not shared with them may be there. */
const holdsIn =
  ({ kase }: Scene) =>
  (facts: CaseCompartment): boolean => {
    const held = kase.of[facts] as unknown
    return Array.isArray(held) ? held.length > 0 : held !== null
  }

async function hostOf(tx: Tx): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT tafel_host_id::text AS id FROM covenant`
  return row?.id ?? null
}

/** What is shared of a case, per receiver. Null: not there, or not theirs to see. */
export const getSharingScreen = (id: string): Promise<SharingScreen | null> =>
  onCase(
    id,
    (kase) => ['consents', 'parties'].filter((name) => kase.shared.has(name)),
    async (tx, scene) => {
      const { head, kase, names, day } = scene
      if (!head.sharing) return null
      const readings = await readingsOf(tx, id)
      const parties = await partiesOf(tx, { ...scene, host: await hostOf(tx) })
      const state = { stage: kase.spine.stage, readings, holds: holdsIn(scene) }
      const shared = [...parties, ...earlierOf(parties, readings, scene)].map((receiver) => {
        const consents = liveConsents(kase.of.consents ?? [], receiver.organisationId, day)
        const unnamed = !!head.shield && !head.shield.namedAt.includes(receiver.organisationId)
        return {
          key: `${receiver.organisationId} ${receiver.group} ${receiver.guest}`,
          name: names.get(receiver.organisationId)?.name ?? '',
          group: receiver.group,
          guest: receiver.guest,
          disclosures: disclosuresTo(receiver, { ...state, consents, unnamed }),
        }
      })
      return { head, day, shared: shared.filter((s) => s.disclosures.length > 0) }
    },
    { purpose: 'verantwoorden' },
  )
