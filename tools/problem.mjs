// Every failure of a command ends with one sentence that says what to do; this file holds those sentences.

/** A failure that was foreseen: what is wrong, and the sentence that says what to do. */
export class Problem extends Error {
  constructor(what, whatToDo, options) {
    super(what, options)
    this.whatToDo = whatToDo
  }
}

const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EAI_AGAIN']

/** The engine's own trace means nothing to a reader; the name of the migration in it does. */
const withoutTrace = (message) =>
  [message.split(/\n\s+0: /)[0].trim(), /migration_name="(.+?)"/.exec(message)?.[1]]
    .filter(Boolean)
    .join('\nin: ')

const SENTENCES = [
  {
    codes: ['ENOSPC', '53100'],
    what: () => 'The disk is full.',
    todo: 'Make at least 1 GB free in this folder and run the same command again.',
  },
  {
    codes: ['EACCES', 'EPERM', 'EROFS'],
    what: (e) => `No permission to write ${e.path ?? 'here'}.`,
    todo: 'Give yourself write permission on this folder (or run as the user that owns it) and try again.',
  },
  {
    codes: UNREACHABLE,
    what: (e) => `The database cannot be reached (${e.message || e.code}).`,
    todo: 'Start that server or correct the address in DATABASE_URL and DATABASE_OWNER_URL; without both, a database of our own is used.',
  },
  {
    codes: ['ERR_INVALID_URL'],
    what: () => 'DATABASE_URL or DATABASE_OWNER_URL is not an address.',
    todo: 'Write it like postgresql://name:password@host:5432/thuistafel, with special signs percent-encoded.',
  },
  {
    codes: ['28P01', '28000'],
    what: (e) => `The database refuses to let us in (${e.message}).`,
    todo: 'Correct the name and the password in DATABASE_URL or DATABASE_OWNER_URL.',
  },
  {
    codes: ['42501'],
    what: (e) => `The database does not allow this (${e.message}).`,
    todo: 'Let DATABASE_OWNER_URL name a role that may create roles and owns the database; .env.example says how.',
  },
  {
    codes: ['P3009', 'P3018', 'P3006', 'SchemaConnectorError'],
    what: (e) => `A migration of the database failed: ${withoutTrace(e.message)}`,
    todo: 'In a demo, start afresh with "npm run demo -- --reset"; elsewhere, see "npx prisma migrate resolve --help".',
  },
  {
    codes: ['53300'],
    what: () => 'The database has no connection left.',
    todo: 'Close other programs that use it, or raise max_connections, and try again.',
  },
]

/** The code and the name of an error, and of the error behind it. pg reports a name with two addresses as one AggregateError. */
const codesOf = (e) =>
  e
    ? [e.code, e.name, ...codesOf(e.cause), ...(e.errors ?? []).flatMap((x) => codesOf(x))].filter(Boolean)
    : []

export function explain(error) {
  if (error instanceof Problem) return error
  const codes = codesOf(error)
  const known = SENTENCES.find((s) => s.codes.some((c) => codes.includes(c)))
  if (known) return new Problem(known.what(error), known.todo, { cause: error })
  return new Problem(
    error?.stack ?? String(error),
    'This was not foreseen: run the same command once more, and if it fails again report the lines above.',
  )
}

export function printProblem(error) {
  const { message, whatToDo } = explain(error)
  console.error(`\n${message}\n${whatToDo}`)
}
