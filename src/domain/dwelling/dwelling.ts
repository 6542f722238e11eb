// A dwelling that a corporation brings in: its own small process beside the case.
import { accessibility } from '../case/compartments'
import { code, count, day, flag, longText, money, optional, postcode, ref, text } from '../kernel/field'
import type { ProcessDefinition } from '../kernel/grants'
import { type Row, stepsOf } from '../kernel/step'
import { compartment, type Loaded } from '../kernel/subject'

export const dwellingStages = ['new', 'available', 'reserved', 'let', 'blocked', 'withdrawn'] as const

export const dwellingCompartments = {
  facts: compartment({
    street: text(80),
    houseNumber: text(12),
    postcode: postcode(),
    municipality: ref('gemeente'),
    complex: optional(text(80)),
    type: code('dwellingType', ['appartement', 'eengezins', 'studio', 'seniorenwoning', 'kamer']),
    rooms: count(1, 12),
    floor: count(0, 40),
    lift: flag(),
    accessibility: code('accessibility', accessibility),
    rent: money(300_000),
    serviceCosts: optional(money(100_000)),
    availableFrom: day(),
  }),
  block: compartment({ reason: longText(500) }),
}

const officer = { officer: 'ours' } as const

// biome-ignore format: a row of the table is a line
export const dwellingRows = {
  enterDwelling: { by: officer, from: ['new'], to: 'available', writes: ['facts'] },
  correctDwelling: { by: officer, from: ['available', 'blocked'], writes: ['facts'] },
  blockDwelling: { by: officer, from: ['available'], to: 'blocked', writes: ['block'] },
  unblockDwelling: { by: officer, from: ['blocked'], to: 'available' },
  withdrawDwelling: { by: officer, from: ['available', 'blocked'], to: 'withdrawn' },
  reserveDwelling: { by: officer, causedBy: ['propose'], from: ['available'], to: 'reserved' },
  releaseDwelling: { by: { officer: 'ours', matching: 'any' }, causedBy: ['refuseOffer', 'withdrawOffer', 'endBeforeKey'], from: ['reserved'], to: 'available' },
  letDwelling: { by: officer, causedBy: ['handOverKey'], from: ['reserved'], to: 'let' },
} as const satisfies Record<string, Row>

const during = dwellingStages.slice(1)
const ours = { as: 'ours', during } as const
const any = { as: 'any', during } as const
const owner = { officer: ours, corporatieLead: ours }
const table = { coordinator: any, chair: any, secretary: any, regisseur: any, matching: any, reporting: any }

export const dwellingProcess = {
  kind: 'dwelling',
  stages: dwellingStages,
  compartments: dwellingCompartments,
  readers: { spine: { ...owner, ...table }, facts: { ...owner, ...table }, block: owner },
  rows: dwellingRows,
} as const satisfies ProcessDefinition

export type Dwelling = Loaded<typeof dwellingCompartments>
const dwellingStep = stepsOf('dwelling', dwellingCompartments, dwellingRows)

/** The address in one line, as it stands on an offer. */
export const addressOf = (facts: { street: string; houseNumber: string; postcode: string }) =>
  `${facts.street} ${facts.houseNumber}, ${facts.postcode}`

const { facts } = dwellingCompartments

export const enterDwelling = dwellingStep('enterDwelling', {
  input: facts.fields,
  apply: (_dwelling, input, { actor }) => ({
    write: { facts: input },
    relate: [{ part: 'corporation', relation: 'ours', organisationId: actor.organisationId }],
  }),
})

export const correctDwelling = dwellingStep('correctDwelling', {
  input: facts.fields,
  apply: (_dwelling, input) => ({ write: { facts: input } }),
})

export const blockDwelling = dwellingStep('blockDwelling', {
  input: dwellingCompartments.block.fields,
  apply: (_dwelling, block) => ({ write: { block } }),
})
export const unblockDwelling = dwellingStep('unblockDwelling', { input: {}, apply: () => ({}) })
export const withdrawDwelling = dwellingStep('withdrawDwelling', { input: {}, apply: () => ({}) })
export const reserveDwelling = dwellingStep('reserveDwelling', { input: {}, apply: () => ({}) })
export const releaseDwelling = dwellingStep('releaseDwelling', { input: {}, apply: () => ({}) })
export const letDwelling = dwellingStep('letDwelling', { input: {}, apply: () => ({}) })
