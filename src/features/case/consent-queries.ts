import 'server-only'
// The consent ledger: per recipient a line for each kind of facts, with who recorded it; and the story of one line.
import type { OrganisationKind } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import {
  type ConsentState,
  type ConsentWord,
  isOpened,
  type LedgerLine,
  ledgerOf,
  openedBy,
} from '@/domain/case/consent-ledger'
import { askedFor, askingOf, type ConsentCategory, consentCategories } from '@/domain/case/consent-table'
import { type ConsentText, textOn } from '@/domain/intake/consent-text'
import { recordersOf } from '@/server/consent-record'
import type { Tx } from '@/server/db/client'
import { type Named, partsIn } from '@/server/directory'
import { type CaseHead, onCase, type Scene } from './on-case'

/** One thing that was said, with the names of who recorded it. */
export type SaidWord = Omit<ConsentWord, 'organisationId'> & { readonly recorders: readonly string[] }
export type Line = {
  readonly category: ConsentCategory
  readonly state: ConsentState
  readonly word: SaidWord | null
  /** The groups of facts that this opens for the recipient. */
  readonly opens: readonly string[]
}
export type Recipient = { readonly id: string; readonly name: string; readonly lines: readonly Line[] }
export type ConsentsScreen = {
  readonly head: CaseHead
  readonly recipients: readonly Recipient[]
  /** Other organisations of which something can be asked. */
  readonly others: readonly Named[]
}

type Told = (word: ConsentWord) => SaidWord

/** Who recorded a word: the people in the journal on that day, or only their organisation when it tells no more. */
async function teller(tx: Tx, { kase, names }: Scene): Promise<Told> {
  const found = await recordersOf(tx, kase.spine.id)
  return ({ organisationId, ...word }) => {
    const who = found.find((r) => r.on === word.recordedOn && r.organisationId === organisationId)
    return { ...word, recorders: [...(who?.names ?? []), names.get(organisationId)?.name ?? ''] }
  }
}

const kindOf = (named: Named | undefined) => named?.kind as OrganisationKind | undefined

const lineOf = ({ category, state, word }: LedgerLine, kind: OrganisationKind, tell: Told): Line => ({
  category,
  state,
  word: word && tell(word),
  opens: openedBy(category, kind),
})

/** The landlord reads no consents: it knows its own by what is open to it. */
const ownLines = (kase: Case, role: Scene['actor']['role'], kind: OrganisationKind): Line[] =>
  consentCategories
    .filter((category) => isOpened(kase.shared, category, role))
    .map((category) => ({ category, state: 'given', word: null, opens: openedBy(category, kind) }))

/** The recipients of a case: its parties, and whoever was asked before, of whom something can be asked. */
export async function recipientsOf(tx: Tx, scene: Scene, asked?: string): Promise<Recipient[]> {
  const { kase, names, actor, day } = scene
  const words = kase.of.consents
  if (!words) {
    const lines = ownLines(kase, actor.role, actor.organisationKind)
    return lines.length ? [{ id: actor.organisationId, name: actor.organisationName, lines }] : []
  }
  const parts = await partsIn(tx, kase.spine.id)
  const ids = new Set([...parts.map((p) => p.organisationId), ...words.map((w) => w.recipient), asked ?? ''])
  const tell = await teller(tx, scene)
  return [...ids].flatMap((id) => {
    const kind = kindOf(names.get(id))
    const lines = kind ? ledgerOf(words, id, kind, day).map((line) => lineOf(line, kind, tell)) : []
    return lines.length ? [{ id, name: names.get(id)?.name ?? '', lines }] : []
  })
}

/** The ledger of a case; `asked` adds an organisation to it that nothing was asked for yet. Null: not there, or not theirs. */
export const getConsentsScreen = (id: string, asked?: string): Promise<ConsentsScreen | null> =>
  onCase(
    id,
    (kase) => ['consents'].filter((name) => kase.shared.has(name)),
    async (tx, scene) => {
      if (!scene.head.ledger) return null
      const recipients = await recipientsOf(tx, scene, asked)
      const shown = new Set(recipients.map((r) => r.id))
      const others = [...scene.names.values()].filter(
        (named) => !shown.has(named.id) && askedFor(named.kind as OrganisationKind).length > 0,
      )
      return { head: scene.head, recipients, others: scene.kase.shared.has('consents') ? others : [] }
    },
    { purpose: 'toestemming' },
  )

export type ConsentScreen = {
  readonly head: CaseHead
  readonly recipient: Named
  readonly line: Line
  /** Every word about it, the newest first. */
  readonly words: readonly SaidWord[]
  readonly purpose: string
  readonly basis: string
  readonly text: { readonly version: number; readonly nl: ConsentText; readonly en: ConsentText }
  /** The step that can be taken on it now; who may take it, the step says itself. */
  readonly step: 'recordConsent' | 'withdrawConsent' | 'passOnWithdrawal'
}

/** One line of the ledger. Null: not there, not theirs, or never asked of such an organisation. */
export const getConsentScreen = (
  id: string,
  recipientId: string,
  category: string,
): Promise<ConsentScreen | null> =>
  onCase(
    id,
    (kase) => ['consents'].filter((name) => kase.shared.has(name)),
    async (tx, scene) => {
      const { kase, names, day, head } = scene
      const recipient = names.get(recipientId)
      const kind = kindOf(recipient)
      const text = textOn(day)
      const line = (await recipientsOf(tx, scene, recipientId))
        .find((r) => r.id === recipientId)
        ?.lines.find((l) => l.category === category)
      const asking = line && kind && askingOf(line.category, kind)
      if (!recipient || !line || !text || !asking || 'reason' in asking) return null
      const tell = await teller(tx, scene)
      const said = (kase.of.consents ?? []).filter(
        (w) => w.recipient === recipientId && w.category === category,
      )
      const withdraw = kase.of.consents ? 'withdrawConsent' : 'passOnWithdrawal'
      return {
        head,
        recipient,
        line,
        words: said.map(tell).reverse(),
        ...asking,
        text: { version: text.version, ...text.texts },
        step: line.state === 'given' ? withdraw : 'recordConsent',
      }
    },
    { purpose: 'toestemming' },
  )
