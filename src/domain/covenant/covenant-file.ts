// A covenant as a file: what a region brings on its first day. Reading it names every mistake, each at its place.
import { z } from 'zod'
import { type RuleSet, ruleSet } from './rule-set'

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key has lower-case letters, digits and single hyphens')
const name = z.string().trim().min(1).max(160)

export const covenantKinds = ['intentieverklaring', 'convenant', 'bestuurlijkAkkoord', 'regioplan'] as const
export const fileKinds = [
  'gemeente',
  'corporatie',
  'zorgaanbieder',
  'wijkteam',
  'welzijn',
  'clientorganisatie',
] as const

const organisation = z.strictObject({
  key,
  name,
  kind: z.enum(fileKinds),
  fictional: z.literal(true).optional(),
})
/** Until which day an organisation is a party; null: until it leaves. */
const party = z.strictObject({ organisation: key, from: z.iso.date(), until: z.iso.date().nullable() })
/** Whom a user asks, and whom a client asks about their data. */
const contact = z.strictObject({
  help: z.email().max(120).optional(),
  privacy: z.email().max(120).optional(),
})
/** `from` acts for `to`. */
const mandate = z.strictObject({ from: key, to: key })

const shape = z.strictObject({
  key,
  name,
  kind: z.enum(covenantKinds),
  /** Null: the text that we have gives no day. */
  signedOn: z.iso.date().nullable(),
  /** First letters of the numbers of its cases. */
  prefix: z.string().regex(/^[A-Z]{2,5}$/, 'a prefix has two to five capital letters'),
  tafelHost: key,
  contact: contact.default({}),
  organisations: z.array(organisation).min(1),
  parties: z.array(party).min(1),
  mandates: z.array(mandate).default([]),
  version: z.strictObject({ number: z.int().min(1), validFrom: z.iso.date(), rules: ruleSet }),
})

export type CovenantFile = z.infer<typeof shape>

/** One mistake: where it stands in the file, and what is wrong there. */
export type Mistake = { readonly at: string; readonly wrong: string }

/** The places of values that came before in the same list. */
const repeated = <T>(list: readonly T[], of: (item: T) => string) =>
  list.flatMap((item, i) =>
    list.findIndex((other) => of(other) === of(item)) < i ? [{ i, value: of(item) }] : [],
  )

function parties({ organisations, parties: list }: CovenantFile): Mistake[] {
  const known = new Set(organisations.map((o) => o.key))
  const bound = new Set(list.map((p) => p.organisation))
  return [
    ...repeated(organisations, (o) => o.key).map(({ i, value }) => ({
      at: `organisations[${i}].key`,
      wrong: `'${value}' is used twice`,
    })),
    ...list.flatMap((p, i) => [
      ...(known.has(p.organisation)
        ? []
        : [{ at: `parties[${i}].organisation`, wrong: `no organisation has the key '${p.organisation}'` }]),
      ...(p.until !== null && p.until < p.from
        ? [{ at: `parties[${i}].until`, wrong: 'ends before it begins' }]
        : []),
    ]),
    ...repeated(list, (p) => `${p.organisation} from ${p.from}`).map(({ i, value }) => ({
      at: `parties[${i}]`,
      wrong: `'${value}' stands here twice`,
    })),
    ...organisations.flatMap((o, i) =>
      bound.has(o.key) ? [] : [{ at: `organisations[${i}]`, wrong: `'${o.key}' is not one of the parties` }],
    ),
  ]
}

function gemeenten({ organisations, mandates, tafelHost }: CovenantFile): Mistake[] {
  const kindOf = new Map(organisations.map((o) => [o.key, o.kind]))
  const notGemeente = (at: string, value: string): Mistake[] => {
    const kind = kindOf.get(value)
    if (!kind) return [{ at, wrong: `no organisation has the key '${value}'` }]
    return kind === 'gemeente' ? [] : [{ at, wrong: `'${value}' is a ${kind}, not a gemeente` }]
  }
  return [
    ...([...kindOf.values()].includes('gemeente')
      ? []
      : [{ at: 'organisations', wrong: 'there is no gemeente among them' }]),
    ...notGemeente('tafelHost', tafelHost),
    ...mandates.flatMap(({ from, to }, i) => [
      ...notGemeente(`mandates[${i}].from`, from),
      ...notGemeente(`mandates[${i}].to`, to),
      ...(from === to ? [{ at: `mandates[${i}]`, wrong: `'${from}' cannot act for itself` }] : []),
    ]),
    ...repeated(mandates, (m) => m.to).map(({ i, value }) => ({
      at: `mandates[${i}].to`,
      wrong: `two organisations would act for '${value}'`,
    })),
  ]
}

/** An organisation that rules may name: by its key, and of its kind. */
type Named = { readonly key: string; readonly kind: string }

const switchedOff = (rules: RuleSet, knownSteps: readonly string[]): Mistake[] =>
  rules.switchedOff.flatMap((step, i) =>
    knownSteps.includes(step) ? [] : [{ at: `switchedOff[${i}]`, wrong: `there is no step '${step}'` }],
  )

/** A map draws gemeenten of this covenant. */
const drawn = (rules: RuleSet, organisations: readonly Named[]): Mistake[] =>
  rules.tileMap.flatMap(({ gemeente }, i) =>
    organisations.some(({ key, kind }) => key === gemeente && kind === 'gemeente')
      ? []
      : [{ at: `tileMap[${i}].gemeente`, wrong: `no gemeente has the key '${gemeente}'` }],
  )

/** Lines about homes name organisations of this covenant, each of its kind, and origins of these rules. */
function contingent(rules: RuleSet, organisations: readonly Named[]): Mistake[] {
  const kindOf = new Map(organisations.map((o) => [o.key, o.kind]))
  return rules.contingent.lines.flatMap(({ corporation, municipality, origin }, i) => {
    const at = `contingent.lines[${i}]`
    const named = [
      { of: 'corporation', value: corporation, kind: 'corporatie' },
      { of: 'municipality', value: municipality, kind: 'gemeente' },
    ]
    return [
      ...named.flatMap(({ of, value, kind }) =>
        value === null || kindOf.get(value) === kind
          ? []
          : [{ at: `${at}.${of}`, wrong: `no ${kind} has the key '${value}'` }],
      ),
      ...(origin === null || rules.origins.some((known) => known === origin)
        ? []
        : [{ at: `${at}.origin`, wrong: `'${origin}' is no origin of this covenant` }]),
    ]
  })
}

const place = (path: readonly PropertyKey[]) =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i ? '.' : ''}${String(part)}`)).join('')

const formMistakes = (issues: readonly z.core.$ZodIssue[], whole: string): Mistake[] =>
  issues.map(({ path, message }) => ({ at: place(path) || whole, wrong: message }))

/**
 * Reads the rules of a covenant that were parsed as JSON, for these organisations. `knownSteps` are the names that a
 * region may switch off. The mistakes are those of the form first; only rules of the right form are checked for their meaning.
 */
export function readRules(
  json: unknown,
  organisations: readonly Named[],
  knownSteps: readonly string[],
): { rules: RuleSet } | { mistakes: readonly Mistake[] } {
  const parsed = ruleSet.safeParse(json)
  if (!parsed.success) return { mistakes: formMistakes(parsed.error.issues, 'rules') }
  const mistakes = [
    ...switchedOff(parsed.data, knownSteps),
    ...contingent(parsed.data, organisations),
    ...drawn(parsed.data, organisations),
  ]
  return mistakes.length ? { mistakes } : { rules: parsed.data }
}

/** Reads a covenant file that was parsed as JSON; its rules as `readRules` does. */
export function readCovenantFile(
  json: unknown,
  knownSteps: readonly string[],
): { file: CovenantFile } | { mistakes: readonly Mistake[] } {
  const parsed = shape.safeParse(json)
  if (!parsed.success) return { mistakes: formMistakes(parsed.error.issues, 'file') }
  const read = readRules(parsed.data.version.rules, parsed.data.organisations, knownSteps)
  const ofRules = 'mistakes' in read ? read.mistakes : []
  const mistakes = [
    ...parties(parsed.data),
    ...gemeenten(parsed.data),
    ...ofRules.map(({ at, wrong }) => ({ at: `version.rules.${at}`, wrong })),
  ]
  return mistakes.length ? { mistakes } : { file: parsed.data }
}
