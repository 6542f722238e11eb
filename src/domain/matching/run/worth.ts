// What a pair is worth, as two numbers that are shown as two: urgency says who comes first, fit says where somebody lives
// best. No forecast of how it will go with somebody is in either.
import type { Home, Seeker } from '../fit'

/** Points of a priority of the tafel; who has none yet comes last. A step is more than all fit and waiting together, but for the last. */
const tiers: Readonly<Record<string, number>> = { spoed: 8000, hoog: 4000, normaal: 2000 }
const NO_PRIORITY = 1000
const MOST_DAYS = 999

/** Urgency: the priority, then a point for each day waited, up to 999. */
export const urgencyOf = (priority: string | null, waitingDays: number): number =>
  (tiers[priority ?? ''] ?? NO_PRIORITY) + Math.min(MOST_DAYS, Math.max(0, waitingDays))

const DAY = 86_400_000
const daysApart = (a: string, b: string) =>
  Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / DAY

/** As many rooms as are needed and no more: what is larger is for larger households. */
function roomPoints({ household, profile }: Pick<Seeker, 'household' | 'profile'>, rooms: number): number {
  const needed = Math.max(profile?.minRooms ?? 1, household ? household.children + 1 : 1)
  return Math.max(0, 300 - 100 * Math.abs(rooms - needed))
}

/** A euro below what somebody can pay is two points, up to a hundred euro. */
const rentPoints = (maxRent: number | null | undefined, rent: number): number =>
  maxRent === null || maxRent === undefined
    ? 100
    : Math.min(200, Math.max(0, Math.floor((maxRent - rent) / 50)))

/** Homes that were made accessible are for whoever needs that. */
const accessPoints = (needed: string | undefined, label: string): number => (needed === label ? 150 : 50)

/** What a client who asks for care would like besides. */
function carePoints({ profile }: Pick<Seeker, 'profile'>, { situation, outdoorSpace }: Home): number {
  if (!profile?.careful) return 0
  const wishes = (wish: string | null | undefined) => wish === 'nodig' || wish === 'gewenst'
  const calm = wishes(profile.lowStimulus) && situation?.includes('RUS') ? 75 : 0
  return calm + (wishes(profile.outdoorSpace) && outdoorSpace ? 75 : 0)
}

/** Fit of a home that passes all rules: whole points, 0 to 1000. Light, unless the woonprofiel asks for a match with care. */
export function fitOf(seeker: Omit<Seeker, 'exclusions'>, home: Home, day: string): number {
  const { profile, wantedFrom } = seeker
  const wanted = wantedFrom && wantedFrom > day ? wantedFrom : day
  const datePoints = Math.max(
    0,
    200 - Math.round(daysApart(wanted, home.availableFrom > day ? home.availableFrom : day)) * 2,
  )
  return (
    roomPoints(seeker, home.rooms) +
    rentPoints(profile?.maxRent, home.rent) +
    datePoints +
    accessPoints(profile?.accessibility, home.accessibility) +
    carePoints(seeker, home)
  )
}
