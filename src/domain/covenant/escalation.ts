// The ladder that a covenant agrees for a home in which it goes wrong: rung by rung, who holds it, until when, who stands in.
import { z } from 'zod'

export const rungs = [
  'gesprek',
  'gezamenlijkBezoek',
  'geleKaart',
  'opgeschaaldOverleg',
  'bestuurlijk',
  'laatsteKans',
  'procedure',
] as const
export type Rung = (typeof rungs)[number]

/** Rungs that bring somebody nearer to losing the home: never without a look at what prevents homelessness. */
const harsh: readonly Rung[] = ['geleKaart', 'laatsteKans', 'procedure']

const holders = z.enum(['mentor', 'officer', 'regisseur'])
const rung = z.strictObject({
  rung: z.enum(rungs),
  /** Working days until it must have helped, or the next rung comes. */
  workingDays: z.int().min(1).max(520),
  holder: holders,
  standIn: holders,
  prevention: z.boolean().default(false),
})

/** From the first rung to the last. None of it is law: a region leaves out rungs, and sets who and how long. */
export const escalationRules = z
  .array(rung)
  .min(1)
  .refine((ladder) => new Set(ladder.map((one) => one.rung)).size === ladder.length, 'each rung stands once')
  .refine(
    (ladder) => ladder.every((one) => one.prevention || !harsh.includes(one.rung)),
    'a harsh rung has a look at what prevents homelessness',
  )
  .default([
    { rung: 'gesprek', workingDays: 2, holder: 'mentor', standIn: 'officer', prevention: false },
    { rung: 'gezamenlijkBezoek', workingDays: 10, holder: 'mentor', standIn: 'officer', prevention: false },
    { rung: 'geleKaart', workingDays: 30, holder: 'officer', standIn: 'mentor', prevention: true },
    {
      rung: 'opgeschaaldOverleg',
      workingDays: 10,
      holder: 'regisseur',
      standIn: 'mentor',
      prevention: false,
    },
    { rung: 'bestuurlijk', workingDays: 10, holder: 'regisseur', standIn: 'officer', prevention: false },
    { rung: 'laatsteKans', workingDays: 60, holder: 'officer', standIn: 'regisseur', prevention: true },
    { rung: 'procedure', workingDays: 65, holder: 'officer', standIn: 'regisseur', prevention: true },
  ])
