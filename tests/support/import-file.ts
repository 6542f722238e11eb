// A file with invented clients, as a care provider would bring it.
import { createHash } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import { columns, keysOf, recognised } from '@/domain/import/columns'
import { birthDaysOf, judgeAll, verdictsOf } from '@/domain/import/verdict'
import { asActor } from '@/server/db/as-actor'
import { groundFor, knownOf } from '@/server/imports/ground'
import { agreeImport, keepImport, keepVerdicts, rowsOf } from '@/server/imports/keep'
import { TODAY } from './region'

type Said = Readonly<Record<string, string>>

const whole: Said = {
  familyName: 'uit het Bestand',
  birthDate: '5-6-1991',
  setting: 'BW',
  facility: 'De Es',
  law: 'wmo',
  readySince: '1-9-2026',
  gemeente: 'Emmen',
  mentorName: 'Sanne Mentor',
  agreedOn: '1-10-2026',
  agreedHow: 'mondeling',
  stated: 'intake',
}

export const headings = keysOf('case').map((key) => columns[key].names[0])
/** One row in the order of the template. */
export const lineOf = (said: Said) => keysOf('case').map((key) => ({ ...whole, ...said })[key] ?? '')

/** So many clients, each with a name of their own. */
export const many = (n: number): string[][] =>
  Array.from({ length: n }, (_, at) =>
    lineOf({ givenName: `Cliënt ${at + 1}`, familyName: `Bestand${at + 1}` }),
  )

export const csv = (lines: readonly (readonly string[])[]) =>
  Buffer.from([headings, ...lines].map((line) => line.join(';')).join('\r\n'))

/** Keeps these lines for this person, judged; with `agreed` they may come in. The id of the import. */
export async function broughtIn(
  who: Actor,
  lines: readonly (readonly string[])[],
  { agreed = true }: { agreed?: boolean } = {},
): Promise<string> {
  const rows = lines.map((cells, at) => ({ nr: at + 2, cells }))
  const checksum = createHash('sha256').update(JSON.stringify(lines)).digest('hex')
  return asActor(who, async (tx) => {
    const id = await keepImport(tx, { format: 'csv', checksum, headings, rows })
    if (!id) throw new Error('It was not kept')
    const ground = await groundFor(tx, who, TODAY)
    const mapping = recognised(headings, 'case')
    const judged = judgeAll(await rowsOf(tx, id, { states: ['new'] }), mapping, ground)
    await keepVerdicts(tx, id, mapping, verdictsOf(judged, await knownOf(tx, birthDaysOf(judged))))
    if (agreed && !(await agreeImport(tx, id))) throw new Error('Nothing can come in')
    return id
  })
}
