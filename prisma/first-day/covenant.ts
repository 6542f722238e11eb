// Loads the covenant of a region, after a check that names each mistake.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type pg from 'pg'
import { stepNames } from '../../src/domain/case/steps'
import { type CovenantFile, readCovenantFile } from '../../src/domain/covenant/covenant-file'
import type { Norm } from '../../src/domain/norm/norm'
import { Problem } from '../../tools/problem.mjs'
import { loadCodes, loadCovenant, loadNorms } from '../load-covenant'
import { withAdvice } from './advice'
import { isCertain, legible } from './legible'
import { type Mistake, refuse } from './mistakes'
import { alone } from './prepare'
import { readText } from './text-file'

const data = (path: string) => readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8')

function parsed(path: string): unknown {
  try {
    return JSON.parse(readText(path))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Problem(
      `${basename(path)} is not JSON: ${error.message}.`,
      'Look just before that place for a missing or a superfluous comma, quotation mark or bracket.',
    )
  }
}

/** The covenant, or every mistake in it: those of its form and, as far as it can be read, those of its meaning. */
export function checkCovenant(json: unknown): { file: CovenantFile } | { mistakes: readonly Mistake[] } {
  const read = readCovenantFile(json, stepNames)
  if ('file' in read) return read
  const meant = readCovenantFile(legible(json), stepNames)
  const more = 'mistakes' in meant ? meant.mistakes.filter(({ wrong }) => isCertain(wrong, json)) : []
  const known = new Set(read.mistakes.map(({ at, wrong }) => at + wrong))
  const all = [...read.mistakes, ...more.filter(({ at, wrong }) => !known.has(at + wrong))]
  return { mistakes: all.map(withAdvice) }
}

/** The covenant in this file; throws a problem that names each mistake in it. */
export function readCovenant(path: string): CovenantFile {
  const read = checkCovenant(parsed(path))
  if ('file' in read) return read.file
  refuse(read.mistakes, basename(path))
  throw new Error('a covenant with mistakes was not refused')
}

type Organisation = { key: string; name: string; kind: string }

/** Where this covenant contradicts what other covenants brought before. */
async function contradictions(
  client: pg.Client,
  { organisations, prefix }: CovenantFile,
): Promise<Mistake[]> {
  const taken = await client.query('SELECT 1 FROM covenant WHERE prefix = $1', [prefix])
  const { rows } = await client.query<Organisation>(
    "SELECT key, name, kind FROM organisation UNION ALL SELECT 'thuistafel', 'Thuistafel', 'systeem'",
  )
  const known = new Map(rows.map((o) => [o.key, o]))
  const mine = organisations.flatMap(({ key, name, kind }, i) => {
    const there = known.get(key)
    const at = `organisations[${i}]`
    if (!there || (there.name === name && there.kind === kind)) return []
    const wrong = `'${key}' is already known as "${there.name}", a ${there.kind}`
    return [{ at, wrong, todo: 'write the same name and kind, or give another organisation another key' }]
  })
  if (!taken.rowCount) return mine
  return [
    { at: 'prefix', wrong: `'${prefix}' is used by another covenant`, todo: 'choose other letters' },
    ...mine,
  ]
}

/** Writes a checked covenant with the norms and the code lists, or nothing. Returns what is worth knowing. */
export const loadRegion = (ownerUrl: string, file: CovenantFile): Promise<string[]> =>
  alone(ownerUrl, async (client) => {
    if ((await client.query('SELECT 1 FROM covenant WHERE key = $1', [file.key])).rowCount)
      throw new Problem(
        `The covenant '${file.key}' is already here; nothing was changed.`,
        'Go on with the people: "npm run setup -- admin" or "npm run setup -- invite". Another covenant needs another key.',
      )
    refuse(await contradictions(client, file), `the covenant '${file.key}'`)
    await loadCovenant(client, file)
    const norms = JSON.parse(data('norms.json')) as Norm[]
    await loadNorms(client, norms)
    await loadCodes(client, data('codes.csv'))
    return notes(file, norms)
  })

function notes(
  { key, name, parties, organisations, version }: CovenantFile,
  norms: readonly Norm[],
): string[] {
  const examples = organisations.filter((o) => o.fictional).length
  const unsure = norms.filter((n) => n.status === 'unverified').length
  return [
    `Loaded: ${name} ('${key}'), ${parties.length} parties, ${norms.length} norms, the VERA codes.`,
    `Its rules hold from ${version.validFrom}: no case can be opened before that day.`,
    ...(examples ? [`Note: ${examples} of its organisations are marked as fictional examples.`] : []),
    ...(unsure ? [`Note: ${unsure} norms are not confirmed; prisma/data/norms.json says which.`] : []),
  ]
}
