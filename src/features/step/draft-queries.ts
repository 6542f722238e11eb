import 'server-only'
// The drafts of the form that is opened: the answers to begin with, or those to choose from.
import { asActor } from '@/server/db/as-actor'
import { type Draft, draftsOf } from '@/server/drafts'
import { currentActor } from '@/server/session'
import { storyOf, type Told } from '@/server/story'
import { aboutOf } from './draft-of'
import { type Merged, mergeField, printOf } from './merge'
import type { FieldScreen, StepScreen } from './queries'

/** Who wrote last in the compartment of a field, as far as this person may know. */
type Writer = Pick<Told, 'person' | 'organisation' | 'on' | 'at'>
export type ToChoose = Merged & { readonly screen: FieldScreen; readonly writer: Writer | null }

export type DraftScreen = {
  readonly about: string
  /** Of each field, the print of what stands there now. */
  readonly stood: Readonly<Record<string, string>>
  /** Those that one goes on from, the newest first. */
  readonly drafts: readonly Draft[]
  /** What was thrown away a moment ago. */
  readonly discarded: Draft | null
  /** The fields with the answers to begin with. */
  readonly fields: readonly FieldScreen[]
  readonly choices: readonly ToChoose[]
  /** The subject is no longer as it was, or there is more than one draft. */
  readonly moved: boolean
}

const writerOf = (story: readonly Told[], { at }: FieldScreen): Writer | null =>
  story.find(({ shown }) => at && shown.includes(at)) ?? null

/** The drafts of this form, merged with what stands there now. `fixed` values are settled by the page. */
export async function getDraftScreen(
  screen: StepScreen,
  fixed: Readonly<Record<string, string>>,
): Promise<DraftScreen> {
  const about = aboutOf({ ...screen.asked, ...fixed })
  const { kind, step, subjectId, version } = screen
  const asked = screen.fields.filter(({ name }) => !(name in fixed))
  const stood = Object.fromEntries(asked.map(({ name, value }) => [name, printOf(value)]))
  return asActor(await currentActor(), async (tx) => {
    const found = await draftsOf(tx, { kind, step, subjectId: subjectId || null, about })
    const drafts = found.filter((draft) => !draft.discarded)
    const discarded = found.find((draft) => draft.discarded) ?? null
    const none = { about, stood, drafts, discarded, fields: asked, choices: [], moved: false }
    if (!drafts.length) return none
    const merged = asked.map((one) => ({ one, ...mergeField(one.name, drafts, one.at ? one.value : null) }))
    const open = merged.filter(({ sides }) => sides.length > 1)
    const story = open.length && subjectId ? await storyOf(tx, subjectId) : []
    return {
      ...none,
      fields: merged.map(({ one, sides }) => ({ ...one, value: sides[0]?.answer ?? one.value })),
      choices: open.map(({ one, ...m }) => ({ ...m, screen: one, writer: writerOf(story, one) })),
      moved: drafts.length > 1 || drafts.some((draft) => draft.version !== (version === '' ? null : version)),
    }
  })
}
