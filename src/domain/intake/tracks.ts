// What must be arranged beside the home, at the same time: each track has an holder, a day and a state. Whoever must wait
// for one of them falls in a gap between the place they leave and the home they get.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { movesFrom } from '../case/readiness'
import type { RuleSet, tracks } from '../covenant/rule-set'
import { daysBetween } from '../kernel/days'
import type { Entry } from '../kernel/subject'

export type Track = (typeof tracks)[number]
type Word = Omit<Entry<typeof c.tracks>, 'id' | 'organisationId' | 'recordedOn'>

/** The task of each holder: to see to what they have open, before the first day of it. */
const taskOf = { provider: 'keepProviderTracks', gemeente: 'keepGemeenteTracks' } as const
const holders = Object.keys(taskOf) as (keyof typeof taskOf)[]

export const isOpen = ({ state }: Pick<Word, 'state'>) => state === 'teDoen' || state === 'loopt'

/** The last word about each track. */
const current = (words: readonly Word[]) => new Map(words.map((word) => [word.track, word]))

/** The tasks that these words leave open: for each holder the first day of what they have to do. */
export function tasksOf(words: readonly Word[]) {
  const days = (holder: Word['holder']) =>
    [...current(words).values()]
      .filter((one) => one.holder === holder && isOpen(one) && one.dueOn)
      .map((one) => one.dueOn as string)
      .sort()
  const first = holders.flatMap((holder) =>
    days(holder)
      .slice(0, 1)
      .map((day) => [taskOf[holder], day] as const),
  )
  return { opens: first.map(([task]) => task), due: Object.fromEntries(first) }
}

/**
 * Says how a track stands. Of everything that an holder still has open the first day counts as their task; when nothing is
 * open any more the task ends.
 */
export const keepTrack = caseStep('keepTrack', {
  input: c.tracks.fields,
  choices: ({ rules }) => ({ track: rules.intake.tracks }),
  check: (_kase, word, { today }) => {
    if (!isOpen(word)) return null
    if (!word.dueOn) return { reason: 'trackNeedsDay', field: 'dueOn' }
    return word.dueOn < today ? { reason: 'trackDayPassed', field: 'dueOn' } : null
  },
  apply: (kase, word) => ({
    append: { tracks: [word] },
    ...tasksOf([...(kase.of.tracks ?? []), word]),
    tells: { track: word.track, state: word.state },
  }),
})

export type TrackLine = {
  readonly track: Track
  /** Null: nobody has said anything about it yet. */
  readonly word: Word | null
  readonly late: boolean
  /** It will not be ready on the day of the key. */
  readonly gap: boolean
}

/**
 * The day on which the key is expected: as agreed, else the first on which the client can and wants to move. Null: nothing is
 * known of it, or the key was handed over.
 */
export function keyExpectedOn({ of }: Case, today: string): string | null {
  if (of.placement) return of.placement.keyOn ? null : of.placement.startOn
  return movesFrom(of.readiness, today)
}

export type Gap = {
  /** What will not be ready on the day of the key: the last of it on top, for that is what the day waits for. */
  readonly lines: readonly Word[]
  /** What nobody has said anything about yet. */
  readonly unsaid: readonly Track[]
  /** When all of it is ready, as it stands now; null where nothing is late. */
  readonly readyOn: string | null
  /** So many days after the key. */
  readonly days: number
}

/**
 * What stands between the client and the day of the key: of tracks that run side by side the last one decides. Null while no
 * home is found, and when nothing is in the way. Days are 'yyyy-mm-dd'.
 */
export function gapOf(kase: Case, lines: readonly TrackLine[], today: string): Gap | null {
  const key = kase.of.placement ? keyExpectedOn(kase, today) : null
  if (!key) return null
  const late = lines
    .flatMap(({ gap, word }) => (gap && word ? [word] : []))
    .sort((a, b) => ((a.dueOn ?? '') > (b.dueOn ?? '') ? -1 : 1))
  const unsaid = lines.flatMap(({ word, track }) => (word ? [] : [track]))
  const readyOn = late[0]?.dueOn ?? null
  if (!readyOn && !unsaid.length) return null
  return { lines: late, unsaid, readyOn, days: readyOn ? daysBetween(key, readyOn) : 0 }
}

/** Every track that the region follows, how it stands, and where a gap threatens. `today` is 'yyyy-mm-dd'. */
export function tracksOf(kase: Case, rules: RuleSet, today: string): TrackLine[] {
  const said = current(kase.of.tracks ?? [])
  const key = keyExpectedOn(kase, today)
  return rules.intake.tracks.map((track) => {
    const word = said.get(track) ?? null
    const open = word !== null && isOpen(word)
    const late = open && (word.dueOn ?? '') < today
    return { track, word, late, gap: open && key !== null && (word.dueOn ?? '') > key }
  })
}
