// Writes the compartment models of prisma/schema.prisma from the compartments of the domain,
// so that a field is described once. `npm run db:schema`; a test says when it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { processes } from '../src/domain/case/steps'
import type { Field } from '../src/domain/kernel/field'
import type { Compartment } from '../src/domain/kernel/subject'

const MARK = '// ── Compartments: written by `npm run db:schema`, do not edit below ──'
const path = fileURLToPath(new URL('./schema.prisma', import.meta.url))

export const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
const pascal = (name: string) => name.replace(/(^|_)([a-z])/g, (_, __, c: string) => c.toUpperCase())

const columnOf = (field: Field): string => {
  switch (field.kind) {
    case 'day':
      return 'DateTime{} @db.Date'
    case 'count':
    case 'money':
      return 'Int{}'
    case 'flag':
      return 'Boolean{}'
    case 'codes':
      return 'String[]'
    case 'refs':
      return 'String[] @db.Uuid'
    case 'ref':
      return 'String{} @db.Uuid'
    default:
      return 'String{}'
  }
}

const line = (name: string, type: string) =>
  `  ${name} ${type}${name === snake(name) ? '' : ` @map("${snake(name)}")`}`

function model(kind: string, name: string, c: Compartment): string {
  const table = snake(`${kind}_${name}`)
  const key = c.of === 'subject' ? 'subjectId' : c.of === 'person' ? 'personId' : 'householdId'
  const lines = c.many
    ? [
        line('id', 'String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid'),
        line('seq', 'BigInt @default(autoincrement())'),
        line(key, 'String @db.Uuid'),
        line('organisationId', 'String @db.Uuid'),
        line('recordedOn', 'DateTime @db.Date'),
      ]
    : [line(key, 'String @id @db.Uuid')]
  if (c.of === 'subject') lines.push(line('covenantId', 'String @db.Uuid'))
  for (const [field, f] of Object.entries(c.fields))
    lines.push(line(field, columnOf(f).replace('{}', f.optional ? '?' : '')))
  const owner = c.of === 'subject' ? 'Spine' : c.of === 'person' ? 'Person' : 'Household'
  lines.push(`  owner ${owner} @relation(fields: [${key}], references: [id])`)
  if (c.many) lines.push(`  @@index([${key}, seq])`)
  return `model ${pascal(table)} {\n${lines.join('\n')}\n\n  @@map("${table}")\n}`
}

/** The back-relations that Prisma wants on the owners. */
function backRelations(of: Compartment['of']): string {
  return Object.values(processes)
    .flatMap((p) =>
      Object.entries<Compartment>(p.compartments).map(([name, c]) => ({
        table: snake(`${p.kind}_${name}`),
        c,
      })),
    )
    .filter(({ c }) => c.of === of)
    .map(({ table, c }) => `  ${table} ${pascal(table)}${c.many ? '[]' : '?'}`)
    .join('\n')
}

/** schema.prisma as it must be. */
export function printed(current: string): string {
  const head = current.split(MARK)[0] as string
  const models = Object.values(processes).flatMap((p) =>
    Object.entries<Compartment>(p.compartments).map(([name, c]) => model(p.kind, name, c)),
  )
  const marked = (['subject', 'person', 'household'] as const).reduce(
    (text, of) =>
      text.replace(
        new RegExp(`(  // <${of}>\\n)[\\s\\S]*?(  // </${of}>)`),
        (_, open: string, close: string) => `${open}${backRelations(of)}\n${close}`,
      ),
    head,
  )
  return `${marked}${MARK}\n\n${models.join('\n\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(path, printed(readFileSync(path, 'utf8')))
