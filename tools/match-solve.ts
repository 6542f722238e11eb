// npm run --silent match:solve: one pool or one file of edges in, one matching out, as JSON on standard output.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { candidateEdges } from '../src/domain/matching/engine/candidates'
import { solveFast } from '../src/domain/matching/engine/cap-prices'
import { certify } from '../src/domain/matching/engine/certificate'
import { textOf } from '../src/domain/matching/engine/edges'
import { draw, shuffle } from '../src/domain/matching/engine/lottery'
import type { Pool } from '../src/domain/matching/engine/pool'
import { PoolFault, readPool } from '../src/domain/matching/engine/read-pool'
import { type Answer, isProven, type Task, taskOf } from '../src/domain/matching/engine/task'
import { type Earlier, leftBy, outcomeOf, readEarlier } from './matching/earlier-file'
import { readEdgeFile } from './matching/edge-file'
import { lotsOf } from './matching/lots'
import { solveProven } from './matching/prove'
import { answersTo } from './matching/questions'

const USE =
  'npm run --silent match:solve -- INSTANCE.json | --edges EDGES.json  [--fast | --prove] [--earlier EARLIER.json] [--seed HEX --published SHA256] [--why-not CLIENT:UNIT] [--near CLIENT]'
const LARGEST_FILE = 400 * 2 ** 20
/** Up to here a proof is a matter of seconds; above, the fast way says how near it is. */
const PROVED_UP_TO = 100_000

type Work = { readonly pool?: Pool; readonly task: Task; readonly scale: number; readonly text: string }

function read(name: string): unknown {
  const path = resolve(process.env.INIT_CWD ?? '.', name)
  try {
    const { size } = statSync(path)
    if (size > LARGEST_FILE) throw new PoolFault(`${name}: is larger than ${LARGEST_FILE / 2 ** 20} MB`)
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof PoolFault) throw error
    const what = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    throw new PoolFault(`${name}: ${what}`)
  }
}

function workOf(name: string, isEdges: boolean): Work {
  const data = read(name)
  if (isEdges) {
    const { task, scale } = readEdgeFile(data)
    const text = [task.clientStart, task.unit, task.value.map((v) => v / scale)]
      .map((c) => c.join(','))
      .join('|')
    return { task, scale, text }
  }
  const pool = readPool(data)
  const edges = candidateEdges(pool)
  return { pool, task: taskOf(pool, edges), scale: 1, text: textOf(edges) }
}

type Held = ReturnType<typeof leftBy>

function resultOf(
  { task, scale, text }: Work,
  earlier: Earlier,
  { held, answer }: { held: Held; answer: Answer },
) {
  const proof = certify(held.rest, answer)
  if (!proof.feasible)
    throw new PoolFault('the matching does not keep its caps: this is a fault of the engine')
  const { pairs, points, ...rest } = outcomeOf(task, held, answer, earlier)
  const proven = isProven(answer)
  return {
    pairs,
    objective: (held.value + answer.value) / scale,
    upperBound: (held.value + (proven ? answer.value : Math.floor(answer.bound))) / scale,
    proven,
    edgeCount: task.unit.length,
    edgesSha256: createHash('sha256').update(text).digest('hex'),
    ...(earlier.locked.length + earlier.drafts.length ? { points: points / scale, ...rest } : {}),
  }
}

function asked() {
  try {
    const options = {
      edges: { type: 'string' },
      fast: { type: 'boolean' },
      prove: { type: 'boolean' },
      seed: { type: 'string' },
      published: { type: 'string' },
      earlier: { type: 'string' },
      'why-not': { type: 'string' },
      near: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const files = [...positionals, ...(values.edges === undefined ? [] : [values.edges])]
    const isWhole = (values.seed === undefined) === (values.published === undefined)
    const asks = values['why-not'] !== undefined || values.near !== undefined
    if (
      files.length === 1 &&
      isWhole &&
      !(asks && values.edges !== undefined) &&
      !(values.fast && values.prove)
    )
      return { ...values, file: files[0] as string }
  } catch {
    // An option that is not known: the line below says which there are.
  }
  throw new PoolFault(USE)
}

type Asked = ReturnType<typeof asked>

/** The matching of a task; with a seed the lottery decides between equals, by the ids. */
async function solve(task: Task, { fast, prove, seed, published }: Asked): Promise<Answer> {
  const proves = prove || (!fast && task.unit.length <= PROVED_UP_TO)
  const best = async (work: Task) => (proves ? await solveProven(work) : solveFast(work))
  if (seed === undefined) return best(task)
  const lots = lotsOf(seed, published)
  const ids = (count: number) => Array.from({ length: count }, (_, id) => String(id))
  const names = { clients: ids(task.clientStart.length - 1), units: ids(task.units) }
  const shuffled = shuffle(task, names, lots)
  return shuffled.back(draw(shuffled, await best(shuffled.task), lots))
}

async function main() {
  const use = asked()
  const begin = performance.now()
  const work = workOf(use.file, use.edges !== undefined)
  const earlier = readEarlier(use.earlier === undefined ? {} : read(use.earlier))
  const held = leftBy(work.task, earlier, work.scale)
  const answer = await solve(held.rest, use)
  const ms = Math.round(performance.now() - begin)
  const { pool, task } = work
  const questions = { whyNot: use['why-not'], near: use.near }
  const answers = pool ? answersTo(questions, { pool, task, earlier, answer }) : {}
  const result = { ...resultOf(work, earlier, { held, answer }), ms, ...answers }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

await main().catch((error: unknown) => {
  console.error(error instanceof PoolFault ? error.message : `unforeseen: ${String(error)}`)
  process.exitCode = 1
})
