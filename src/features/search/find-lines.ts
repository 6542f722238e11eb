import 'server-only'
// What was found, as lines: each is read again, under the rights of who asks.
import { paperGroups } from '@/domain/case/papers'
import { Prisma, type Tx } from '@/server/db/client'
import { INITIALS, NAME } from '@/server/whom'

/** What can be found, in the order in which it is shown. */
export const kinds = ['cases', 'homes', 'tafels', 'papers', 'notes', 'people'] as const
export type Kind = (typeof kinds)[number]

/** What a line says. What is left out is not there for this kind, or not for this reader. */
export type FoundLine = {
  readonly id: string
  /** The subject on whose page it stands. */
  readonly at: string
  readonly title: string
  readonly number?: string | null
  readonly stage?: string
  readonly place?: string | null
  readonly on?: string
  readonly paperType?: string
  readonly role?: string
}
type Found = { readonly id: string; readonly at: string }
type Lines = (tx: Tx, found: readonly Found[]) => Promise<FoundLine[]>

/** The rows that were found, in their order. */
const rowsOf = (found: readonly Found[]) =>
  Prisma.sql`(SELECT f.id, f.at, f.n FROM unnest(${found.map(({ id }) => id)}::uuid[], ${found.map(({ at }) => at)}::uuid[]) WITH ORDINALITY f(id, at, n))`

const cases: Lines = async (tx, found) => {
  const rows = await tx.$queryRaw<
    { id: string; number: string; stage: string; name: string | null; initials: string | null }[]
  >`
    SELECT l.subject_id::text AS id, l.number, l.stage, ${NAME}, ${INITIALS}
    FROM ${rowsOf(found)} f JOIN LATERAL (SELECT l.subject_id, l.number, l.stage, l.person_id, l.shielded FROM relation l WHERE l.subject_id = f.id LIMIT 1) l ON true
    LEFT JOIN case_identity i ON i.person_id = l.person_id ORDER BY f.n`
  return rows.map(({ name, initials, ...row }) => ({
    ...row,
    at: row.id,
    title: name ?? initials ?? row.number,
  }))
}

const homes: Lines = (tx, found) => tx.$queryRaw<FoundLine[]>`
  SELECT s.id::text, s.id::text AS at, d.street || ' ' || d.house_number || ', ' || d.postcode AS title, s.number, s.stage, o.name AS place
  FROM ${rowsOf(found)} f JOIN spine s ON s.id = f.id JOIN dwelling_facts d ON d.subject_id = f.id LEFT JOIN organisation o ON o.id = d.municipality ORDER BY f.n`

const tafels: Lines = (tx, found) => tx.$queryRaw<FoundLine[]>`
  SELECT s.id::text, s.id::text AS at, t.place AS title, s.number, s.stage, t."on"::text AS "on"
  FROM ${rowsOf(found)} f JOIN spine s ON s.id = f.id JOIN tafel_session t ON t.subject_id = f.id ORDER BY f.n`

const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
const allPapers = Prisma.raw(
  paperGroups
    .map((group) => `SELECT paper, subject_id, paper_type, file_name FROM case_${snake(group)}`)
    .join(' UNION ALL '),
)
const papers: Lines = (tx, found) => tx.$queryRaw<FoundLine[]>`
  SELECT DISTINCT ON (f.n) p.paper::text AS id, p.subject_id::text AS at, p.file_name AS title, p.paper_type AS "paperType", s.number
  FROM ${rowsOf(found)} f JOIN (${allPapers}) p ON p.subject_id = f.at AND p.paper = f.id JOIN spine s ON s.id = f.at ORDER BY f.n`

const notes: Lines = (tx, found) => tx.$queryRaw<FoundLine[]>`
  SELECT n.note_id::text AS id, n.subject_id::text AS at, n.note_text AS title, s.number
  FROM ${rowsOf(found)} f JOIN LATERAL (SELECT n.* FROM case_notes n WHERE n.subject_id = f.at AND n.note_id = f.id AND n.entry IN ('written', 'given', 'corrected') ORDER BY n.seq DESC LIMIT 1) n ON true
    JOIN spine s ON s.id = f.at ORDER BY f.n`

const people: Lines = (tx, found) => tx.$queryRaw<FoundLine[]>`
  SELECT m.id::text, m.id::text AS at, a.name AS title, m.role, o.name AS place
  FROM ${rowsOf(found)} f JOIN membership m ON m.id = f.id JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id ORDER BY f.n`

/** The lines of each kind. */
export const linesFor: Readonly<Record<Kind, Lines>> = { cases, homes, tafels, papers, notes, people }
