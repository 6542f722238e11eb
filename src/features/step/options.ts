import 'server-only'
// What can be chosen where a step refers to something else: organisations, people, tafels, rows.
import { freeOn, heldFor } from '@/domain/aftercare/time-out-place'
import type { Role } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import type { Dwelling } from '@/domain/dwelling/dwelling'
import { photosOf } from '@/domain/dwelling/photos'
import type { Context } from '@/domain/kernel/context'
import type { RefTo } from '@/domain/kernel/field'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { type Membership, standInsFor } from '@/domain/organisation/membership'
import { agendaOf, type Tafel } from '@/domain/tafel/session'
import { documentOf, signedPapers } from '@/domain/tenancy/sign'
import type { Tx } from '@/server/db/client'
import { colleaguesOf, openTafels } from '@/server/facts'
import { nameableFor } from '@/server/named'
import { timeOutPlaces } from '@/server/time-out-places'
import { conditionOptions } from './condition-options'
import { offersToSwap } from './offer-options'
import { rowOptions } from './row-options'
import { signalOptions } from './signal-options'

/** An option that stands for a day, a time or a role as well: the screen writes them out. */
export type Option = { value: string; label: string; day?: string; at?: string; role?: Role }
export type Options = Partial<Record<RefTo, readonly Option[]>>

/** Kinds of organisations that do something for a client. */
const acting = ['gemeente', 'corporatie', 'zorgaanbieder', 'wijkteam', 'welzijn']

const organisations = (tx: Tx, kinds: readonly string[]) => tx.$queryRaw<{ value: string; label: string }[]>`
  SELECT o.id::text AS value, o.name AS label FROM organisation o JOIN covenant_party p ON p.organisation_id = o.id
  WHERE o.kind = ANY (${[...kinds]}) AND p.valid_until IS NULL ORDER BY o.kind, o.name`

/** Whom one can name for a shielded case, and who is named already. */
async function people(tx: Tx, subjectId: string): Promise<Options> {
  const found = await nameableFor(tx, subjectId)
  const options = (named: boolean) =>
    found
      .filter((p) => p.named === named)
      .map((p) => ({ value: p.id, label: `${p.name} (${p.organisation})`, role: p.role }))
  return { nameable: options(false), named: options(true) }
}

/** The scans of what is signed in this step. */
const scansOf = (kase: Case, { name }: Step): Option[] =>
  signedPapers(kase, documentOf(name)).map((p) => ({ value: p.paper, label: p.fileName, day: p.recordedOn }))

/** Places of the register that are free, and the one that is held for this client. */
async function freeRooms(tx: Tx, kase: Case | null, { today }: Context): Promise<Option[]> {
  const own = heldFor(kase, today)
  return (await timeOutPlaces(tx))
    .filter((place) => place.id === own || 'free' in freeOn(place, today))
    .map(({ id, name, organisation, municipality }) => ({
      value: id,
      label: `${name} (${organisation}, ${municipality})`,
    }))
}

type At = { readonly subject: Loaded<Compartments> | null; readonly context: Context }

/** Everything that the references of this step can point at. */
export async function optionsFor(tx: Tx, step: Step, { subject, context }: At): Promise<Options> {
  const wanted = new Set(Object.values(step.input).flatMap((f) => (f.kind === 'ref' ? [f.to] : [])))
  const options: Options = {}
  if (wanted.has('gemeente')) options.gemeente = await organisations(tx, ['gemeente'])
  if (wanted.has('provider'))
    options.provider = (await organisations(tx, ['zorgaanbieder'])).filter(
      ({ value }) => value !== context.actor.organisationId,
    )
  if (wanted.has('organisation')) options.organisation = await organisations(tx, acting)
  if (wanted.has('localTeam')) options.localTeam = await organisations(tx, ['wijkteam', 'welzijn'])
  if (wanted.has('tafel'))
    options.tafel = (await openTafels(tx)).map((t) => ({
      value: t.id,
      label: t.place,
      day: t.on,
      at: t.at,
    }))
  if (wanted.has('item') && subject)
    options.item = agendaOf(subject as unknown as Tafel).map((i) => ({ value: i.case, label: i.number }))
  if (wanted.has('membership')) {
    const colleagues = await colleaguesOf(tx)
    const fit = subject ? standInsFor(subject as unknown as Membership, colleagues) : colleagues
    options.membership = fit.map((c) => ({ value: c.id, label: c.name, role: c.role }))
  }
  if (wanted.has('nameable') || wanted.has('named'))
    Object.assign(options, await people(tx, subject?.spine.id ?? ''))
  if (wanted.has('timeOutPlace')) options.timeOutPlace = await freeRooms(tx, subject as Case | null, context)
  if (wanted.has('paper') && subject) options.paper = scansOf(subject as Case, step)
  if (wanted.has('signal')) options.signal = await signalOptions(tx, subject as Case | null, step)
  if (wanted.has('condition'))
    options.condition = await conditionOptions(subject as Case | null, context.actor)
  if (wanted.has('photo') && subject)
    options.photo = photosOf(subject as unknown as Dwelling).map((one) => ({
      value: one.photo,
      label: one.altText,
    }))
  if (wanted.has('offer') && subject) options.offer = await offersToSwap(tx, subject.spine.id)
  if (wanted.has('row')) options.row = await rowOptions(subject as Case | null, context.actor)
  return options
}
