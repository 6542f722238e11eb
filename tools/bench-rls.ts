// npm run bench:rls: what row-level security costs, on the statements that the website itself sends. docs/bench.md tells how.
import { cpus, totalmem } from 'node:os'
import pg from 'pg'
import { bareConnection } from './bench/bare'
import { catching, caughtDuring } from './bench/caught'
import { figuresOf, load, ms, table, times } from './bench/figures'
import { forHome, type Home } from './bench/home'
import { EMPTY, homesOf, pages } from './bench/pages'
import { oneOf, type Piece, pieceOf, type Replayed, replay } from './bench/replayed'
import { openSite, type Site } from './bench/site'
import { filledIn, sent } from './bench/step-on-the-web'
import { buildApp, generateClient } from './build.mjs'
import { stopChildren, stopOnSignal } from './children.mjs'
import { optionsOf } from './options.mjs'
import { checkMachine } from './preconditions.mjs'
import { printProblem } from './problem.mjs'

const HELP = `npm run bench:rls -- [options]
  --cases N   the size of the world (100000)
  --rounds N  how often everything is asked in both ways (200)
  --port N    the port of the website (3980)`

const OPTIONS = {
  cases: { type: 'string', default: '100000' },
  rounds: { type: 'string', default: '200' },
  port: { type: 'string', default: '3980' },
} as const

const WARMING = 15
/** A report is counted by a function that no policy touches. */
const LEFT_OUT = [EMPTY, 'report']

const say = (line: string) => console.log(line)

/** What the website sends for each page, and for a visit at another home than that of which it was caught. */
async function piecesOf(site: Site): Promise<Piece[]> {
  const [seen, first, other] = (await homesOf(site, 3)) as [Home, Home, Home]
  const found: Piece[] = []
  for (const { name, role, path } of pages) {
    if (LEFT_OUT.includes(name)) continue
    const ask = () => site.sees(role).get(path(seen.id))
    await ask()
    found.push(pieceOf(name, role, await caughtDuring(ask)))
  }
  const form = await filledIn(site.sees('mentor'), first)
  const statements = await caughtDuring(() => sent(site.sees('mentor'), form))
  found.push(
    pieceOf(
      'step: a visit',
      'mentor',
      statements.map((statement) => forHome(statement, first, other)),
    ),
  )
  const [work, list] = ['work list', 'case list'].map((name) => found.find((piece) => piece.name === name))
  if (!work || !list) throw new Error('The lists were not caught')
  return [
    oneOf(work, 'one query: fifty tasks', /t\.id <> ALL/),
    oneOf(list, 'one query: fifty cases', /cases_in_order/),
    ...found,
  ]
}

type Compared = { readonly piece: Piece; readonly on: number[]; readonly off: number[] }
/** Two connections: one for whom the policies hold, one for whom they do not. */
type Ways = { readonly on: pg.Client; readonly off: pg.Client }

/** Where two ways give different answers: the statement, and both. */
function difference(piece: Piece, mine: Replayed, theirs: Replayed): string | null {
  const at = mine.answers.findIndex((answer, i) => answer !== theirs.answers[i])
  if (at < 0) return null
  const [one, other] = [mine, theirs].map(({ answers }) => answers[at]?.slice(0, 400))
  return `${piece.name}: with and without policies differ in\n${piece.inside[at]?.text}\n${one}\n${other}`
}

/** One piece in both ways, with the same answers; once more when somebody wrote something in between. */
async function bothWays(piece: Piece, { on, off }: Ways, first: keyof Ways) {
  for (let attempt = 1; ; attempt++) {
    const early = await replay(first === 'on' ? on : off, piece)
    const late = await replay(first === 'on' ? off : on, piece)
    const [mine, theirs] = first === 'on' ? [early, late] : [late, early]
    const differs = difference(piece, mine, theirs)
    if (!differs) return { on: mine.took, off: theirs.took }
    if (attempt === 3) throw new Error(differs)
  }
}

/** Everything in both ways, in turns; which way goes first changes every round. */
async function compare(site: Site, pieces: readonly Piece[], rounds: number): Promise<Compared[]> {
  const actors = [...new Set(pieces.map(({ role }) => role))].map(site.actor)
  const guarded = new pg.Client({ connectionString: site.appUrl })
  await guarded.connect()
  const bare = await bareConnection(site.ownerUrl, actors)
  const ways = { on: guarded, off: bare.connection }
  const found = pieces.map((piece): Compared => ({ piece, on: [], off: [] }))
  try {
    for (let round = -WARMING; round < rounds; round++)
      for (const { piece, on, off } of found) {
        await bare.as(site.actor(piece.role))
        const took = await bothWays(piece, ways, round % 2 ? 'on' : 'off')
        if (round < 0) continue
        on.push(took.on)
        off.push(took.off)
      }
  } finally {
    await bare.close()
    await guarded.end()
  }
  return found
}

function printed(compared: readonly Compared[]): string {
  const head = ['ms', 'statements', 'with: p50', 'p95', 'without: p50', 'p95', 'p50', 'p95']
  const rows = compared.map(({ piece, on, off }) => {
    const [mine, theirs] = [figuresOf(on), figuresOf(off)]
    return [
      piece.name,
      String(piece.beside.length + piece.inside.length),
      ...[mine.p50, mine.p95, theirs.p50, theirs.p95].map(ms),
      times(mine.p50 / theirs.p50),
      times(mine.p95 / theirs.p95),
    ]
  })
  return table(head, rows)
}

async function main() {
  const values = optionsOf(HELP, OPTIONS)
  await generateClient()
  await buildApp({ onLine: say })
  const [cpu] = cpus()
  say(`\n${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${load()}\n`)
  const site = await openSite(Number(values.cases), Number(values.port), say, catching)
  try {
    const compared = await compare(site, await piecesOf(site), Number(values.rounds))
    say(`\n${printed(compared)}\n\nload ${load()}; both ways gave the same answers in every round`)
  } finally {
    await site.close()
    await stopChildren()
  }
}

checkMachine()
stopOnSignal()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
