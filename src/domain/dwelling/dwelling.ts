// A dwelling that a corporation brings in: its own small process beside the case.
import { accessibility } from '../case/compartments'
import {
  code,
  codes,
  count,
  day,
  flag,
  longText,
  money,
  optional,
  postcode,
  ref,
  text,
} from '../kernel/field'
import type { ProcessDefinition } from '../kernel/grants'
import { type Row, stepsOf } from '../kernel/step'
import { compartment, type Loaded, rows } from '../kernel/subject'
import * as vera from './vera'

export const dwellingStages = [
  'new',
  'available',
  'reserved',
  'let',
  'notice',
  'blocked',
  'withdrawn',
] as const

/** Why somebody in reserve goes before the order of the candidates. None of them is about who they are. */
export const rankReasons = [
  'buurtOfComplex',
  'toegezegd',
  'afgesprokenMetGemeente',
  'kanEerder',
  'andereReden',
] as const

/** A picture of the home itself, or a plan of its floor. */
export const photoKinds = ['photo', 'floorPlan'] as const
/** So many stand on a home at once. */
export const MOST_PHOTOS = 8
/** The largest picture that is looked at, in bytes; what is kept is drawn anew, and smaller. */
export const PHOTO_MAX = 8_000_000

export const dwellingCompartments = {
  facts: compartment({
    /** How the corporation itself calls it. */
    unitNumber: optional(text(40)),
    street: text(80),
    houseNumber: text(12),
    postcode: postcode(),
    municipality: ref('gemeente'),
    neighbourhood: optional(text(80)),
    complex: optional(text(80)),
    entrance: optional(text(40)),
    /** How many clients of the covenant the corporation thinks these can bear; how many live there is counted. */
    mostInEntrance: optional(count(1, 50)),
    mostInComplex: optional(count(1, 200)),
    type: optional(code('dwellingType', vera.dwellingTypes)),
    rooms: count(1, 12),
    surface: optional(count(10, 400)),
    floor: count(0, 40),
    lift: flag(),
    accessibility: code('accessibility', accessibility),
    energyLabel: optional(code('energyLabel', vera.energyLabels)),
    outdoorSpace: optional(code('outdoorSpace', vera.outdoorSpaces)),
    situation: optional(codes('situation', vera.situations)),
    facilities: optional(codes('facility', vera.facilities)),
    meantFor: optional(codes('targetGroup', vera.targetGroups)),
    rent: money(300_000),
    serviceCosts: optional(money(100_000)),
    availableFrom: day(),
    /** Why the last change of that day. */
    movedWhy: optional(code('movedReason', vera.movedReasons)),
  }),
  /** The lease that ends: of who lives there nothing but its days is kept. */
  notice: compartment({ noticeOn: day('past'), leaseEndsOn: day() }),
  /** Who comes next when the offer comes to nothing, by their names for this dwelling, the first in front. */
  reserve: compartment({
    nextInLine: optional(text(60)),
    /** Why an officer put somebody else in front; null while it is the order of the candidates. */
    rankedWhy: optional(code('rankReason', rankReasons)),
  }),
  block: compartment({
    blockedWhy: optional(code('blockReason', vera.blockReasons)),
    blockedUntil: optional(day('future')),
    reason: optional(longText(500)),
  }),
  /** Row by row, a later one about the same photo replaces an earlier one; the bytes are kept apart, as those of papers. */
  photos: rows({
    photo: ref('photo'),
    photoKind: code('photoKind', photoKinds),
    altText: text(160),
    photoPlace: count(1, 999),
    fileSize: count(1, PHOTO_MAX),
    checksum: text(64),
    /** From then on its bytes are given to nobody. */
    removedOn: optional(day()),
  }),
}

const officer = { officer: 'ours' } as const
/** Also while somebody lives there: what is brought in then is for who comes next. */
const there = ['available', 'reserved', 'let', 'notice', 'blocked'] as const

// biome-ignore format: a row of the table is a line
export const dwellingRows = {
  enterDwelling: { by: officer, from: ['new'], to: 'available', writes: ['facts'] },
  receiveNotice: { by: officer, from: ['let'], to: 'notice', writes: ['notice', 'facts'] },
  takeBackNotice: { by: officer, from: ['notice'], to: 'let' },
  makeAvailable: { by: officer, from: ['notice'], to: 'available', writes: ['facts'] },
  changeAvailability: { by: officer, from: ['notice', 'available', 'reserved', 'blocked'], writes: ['facts'] },
  correctDwelling: { by: officer, from: ['notice', 'available', 'blocked'], writes: ['facts'] },
  blockDwelling: { by: officer, from: ['available'], to: 'blocked', writes: ['block'] },
  unblockDwelling: { by: officer, from: ['blocked'], to: 'available' },
  withdrawDwelling: { by: officer, from: ['available', 'blocked'], to: 'withdrawn' },
  reserveDwelling: { by: { ...officer, matching: 'any' }, causedBy: ['propose'], from: ['available', 'reserved'], to: 'reserved', writes: ['reserve'] },
  keepInReserve: { by: { matching: 'any' }, causedBy: ['acceptOffer'], from: ['reserved'], writes: ['reserve'] },
  rankReserve: { by: officer, from: ['available', 'reserved'], writes: ['reserve'] },
  releaseDwelling: { by: { officer: 'ours', matching: 'any' }, causedBy: ['declineOffer', 'refuseOffer', 'countRefusal', 'excuseRefusal', 'withdrawOffer', 'expireOffer', 'endBeforeKey'], from: ['reserved'], to: 'available', opens: ['offerNext'], notifies: ['officer'] },
  swapDwelling: { by: { matching: 'any' }, causedBy: ['offerInSwap'], from: ['reserved'], notifies: ['officer'] },
  addPhoto: { by: officer, from: there, writes: ['photos'] },
  placePhoto: { by: officer, from: there, writes: ['photos'] },
  removePhoto: { by: officer, from: there, writes: ['photos'] },
  letDwelling: { by: officer, causedBy: ['handOverKey'], from: ['reserved'], to: 'let' },
} as const satisfies Record<string, Row>

const during = dwellingStages.slice(1)
const ours = { as: 'ours', during } as const
const any = { as: 'any', during } as const
/** Where somebody lives, or is about to, is no news for the table: it reads a dwelling while it can be had. */
const free = { as: 'any', during: ['available', 'blocked'] } as const
const owner = { officer: ours, corporatieLead: ours }
const table = {
  coordinator: free,
  chair: free,
  secretary: free,
  regisseur: free,
  matching: any,
  reporting: any,
}

export const dwellingProcess = {
  kind: 'dwelling',
  stages: dwellingStages,
  compartments: dwellingCompartments,
  readers: {
    spine: { ...owner, ...table },
    facts: { ...owner, ...table },
    notice: owner,
    block: owner,
    photos: { ...owner, coordinator: free, chair: free, secretary: free, regisseur: free },
    reserve: { ...owner, matching: any },
  },
  rows: dwellingRows,
} as const satisfies ProcessDefinition

export type Dwelling = Loaded<typeof dwellingCompartments>
/** Makes a step of the dwelling: its name is its row in the table above. */
export const dwellingStep = stepsOf('dwelling', dwellingCompartments, dwellingRows)

/** The address in one line, as it stands on an offer. */
export const addressOf = (facts: { street: string; houseNumber: string; postcode: string }) =>
  `${facts.street} ${facts.houseNumber}, ${facts.postcode}`
