// npm run setup: a real region's first day. docs/first-day.md tells it in order.
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadRegion, readCovenant } from '../prisma/first-day/covenant'
import { invite, type Terms, untilOf } from '../prisma/first-day/invitation'
import { withLinksFile } from '../prisma/first-day/links-file'
import { overview } from '../prisma/first-day/overview'
import { columns, type Row } from '../prisma/first-day/people'
import { readPeople } from '../prisma/first-day/people-file'
import { prepare, type Urls } from '../prisma/first-day/prepare'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'

const HELP = `npm run setup                                  this help, and what there is in the database
npm run setup -- database                      makes or updates the tables and the rights, and lets the roles sign in
npm run setup -- covenant FILE.json            checks the covenant of a region and loads it
npm run setup -- admin --name "…" --email … --organisation KEY --covenant KEY
                                               makes an administrator and prints a one-time link
npm run setup -- invite PEOPLE.csv             invites people; the columns are ${columns.join(', ')}
  --days N     a link can be used for so many days (7; at most 30)
  --out FILE   where "invite" writes the links (PEOPLE-links.csv)
  --renew      a new link also for who has a password already, and forgot it`

type Env = Readonly<Record<string, string | undefined>>
type Say = (line: string) => void
type Context = { args: readonly string[]; env: Env; say: Say }

const OPTIONS = {
  name: { type: 'string' },
  email: { type: 'string' },
  organisation: { type: 'string' },
  covenant: { type: 'string' },
  days: { type: 'string', default: '7' },
  out: { type: 'string' },
  renew: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Problem((error as Error).message, `These are the commands:\n${HELP}`)
  }
}

type Asked = ReturnType<typeof read>

function setting(env: Env, name: string): string {
  const value = env[name]
  if (value) return value
  throw new Problem(
    `${name} is not set.`,
    `Set it in .env or in the environment; .env.example says what it is.`,
  )
}

const urlsOf = (env: Env): Urls => ({
  ownerUrl: setting(env, 'DATABASE_OWNER_URL'),
  appUrl: setting(env, 'DATABASE_URL'),
  workerUrl: env.DATABASE_WORKER_URL,
})

function baseOf(env: Env): string {
  const base = setting(env, 'BASE_URL')
  if (URL.canParse(base) && /^https?:$/.test(new URL(base).protocol)) return base.replace(/\/+$/, '')
  throw new Problem(
    'BASE_URL is not the address of a website.',
    'Write it like https://thuistafel.example.nl',
  )
}

function termsOf({ values }: Asked, env: Env): Terms {
  const days = Number(values.days)
  if (!Number.isInteger(days) || days < 1 || days > 30)
    throw new Problem(`--days ${values.days} is not possible.`, 'Choose a whole number from 1 to 30.')
  return { base: baseOf(env), days, renew: values.renew }
}

/** Where the person who typed the path was: npm itself goes to the folder of the project. */
const pathOf = (path: string, env: Env) => resolve(env.INIT_CWD ?? '.', path)

function fileOf({ positionals: [, path, more] }: Asked, env: Env, example: string): string {
  if (path && !more) return pathOf(path, env)
  throw new Problem(
    path ? `One file at a time, not also "${more}".` : 'No file was named.',
    `For example: ${example}`,
  )
}

async function database(_: Asked, { env, say }: Context) {
  const done = await prepare(urlsOf(env))
  for (const line of done.length ? done : ['The tables and the rights were up to date.']) say(line)
}

async function covenant(asked: Asked, { env, say }: Context) {
  const file = readCovenant(fileOf(asked, env, 'npm run setup -- covenant my-region.json'))
  const urls = urlsOf(env)
  for (const line of await prepare(urls)) say(line)
  for (const line of await loadRegion(urls.ownerUrl, file)) say(line)
}

async function admin(asked: Asked, { env, say }: Context) {
  const [, strange] = asked.positionals
  if (strange)
    throw new Problem(
      `"${strange}" belongs to no option.`,
      'Put a name of several words between quotation marks.',
    )
  const { name = '', email = '', organisation = '', covenant: key = '' } = asked.values
  const person = { name: name.trim(), email: email.trim().toLowerCase(), organisation, covenant: key }
  // The role is no option of this command: what is wrong with it is the organisation.
  const place = (column?: string) => (column === 'role' ? '--organisation' : `--${column}`)
  const row: Row = { ...person, role: 'organisationAdmin', place }
  const terms = { ...termsOf(asked, env), renew: true }
  const urls = urlsOf(env)
  for (const line of await prepare(urls)) say(line)
  const { links } = await invite(urls.ownerUrl, { rows: [row], source: 'the command' }, terms, () => {})
  for (const link of links) {
    say(`${link.name} is an administrator of '${organisation}'.`)
    say(`This link works once, until ${untilOf(link)} Dutch time:`)
    say(link.link)
    say('Give it to this person only. An older link of the same person no longer works.')
  }
}

async function people(asked: Asked, { env, say }: Context) {
  const path = fileOf(asked, env, 'npm run setup -- invite people.csv')
  const terms = termsOf(asked, env)
  const rows = readPeople(path)
  const urls = urlsOf(env)
  for (const line of await prepare(urls)) say(line)
  const beside = join(dirname(path), `${basename(path).replace(/\.[^.]+$/, '')}-links.csv`)
  const out = asked.values.out ? pathOf(asked.values.out, env) : beside
  const done = await withLinksFile(out, (keep) =>
    invite(urls.ownerUrl, { rows, source: basename(path) }, terms, keep),
  )
  const without = done.people - done.links.length
  say(`People invited: ${done.people}, with ${rows.length} memberships.`)
  if (done.links.length) {
    say(`One-time links: ${done.links.length}, for ${terms.days} days, in ${out}, which only you can read.`)
    say('Give each link to its person only, and then remove that file.')
  }
  if (without) say(`Without a link, for they have a password: ${without}. For a forgotten one, add --renew.`)
}

async function state(_: Asked, { env, say }: Context) {
  say(`${HELP}\n`)
  for (const line of await overview(setting(env, 'DATABASE_OWNER_URL'))) say(line)
}

const COMMANDS: Record<string, typeof state> = { database, covenant, admin, invite: people }

/** One command from its arguments; throws a problem that says what to do. */
export async function setup(context: Context) {
  const asked = read(context.args)
  const [name] = asked.positionals
  if (asked.values.help || name === 'help') return context.say(HELP)
  const command = name === undefined ? state : COMMANDS[name]
  if (!command) throw new Problem(`There is no command "${name}".`, `These are the commands:\n${HELP}`)
  await command(asked, context)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  checkMachine()
  try {
    await setup({ args: process.argv.slice(2), env: process.env, say: (line) => console.log(line) })
  } catch (error) {
    printProblem(error)
    process.exitCode = 1
  }
}
