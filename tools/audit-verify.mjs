// npm run audit:verify: whether the journal of an organisation is as it was written. Needs no database and no secret:
// a file of the chain as a privacy officer takes it along, and the public key with which its anchors were signed.
import { createPublicKey } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { Check } from './audit/check.mjs'
import { Problem, printProblem } from './problem.mjs'

const HELP = `npm run audit:verify -- FILE --key PUBLIC.pem
  --key      the public key of the anchors; more than once when it was changed
  --anchors  a file of anchors that was kept outside the database
  --at       the moment at which the file was made, for an older one (2026-11-30T12:00:00Z)`

const options = {
  key: { type: 'string', multiple: true },
  anchors: { type: 'string' },
  at: { type: 'string' },
  help: { type: 'boolean' },
}

const here = (path) => resolve(process.env.INIT_CWD ?? '.', path)

function asked() {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    throw new Problem(error.message, HELP)
  }
}

function keyOf(path) {
  try {
    return createPublicKey(readFileSync(here(path)))
  } catch {
    throw new Problem(
      `${path} is no public key.`,
      'Give the file that "npm run audit:key" called anchor-public.pem.',
    )
  }
}

async function linesOf(path, take) {
  const file = createReadStream(here(path))
  const opened = new Promise((done, fail) => file.once('open', done).once('error', fail))
  await opened.catch(() => {
    throw new Problem(`${path} cannot be read.`, HELP)
  })
  for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line) take(line)
}

const number = (n) => n.toLocaleString('en-GB')

function say(check, path) {
  const loose = check.records - check.anchored
  console.log(`${path}: ${number(check.records)} records, ${number(check.anchors)} anchors.`)
  if (check.lastAnchor) console.log(`Anchored up to record ${check.anchored}, last on ${check.lastAnchor}.`)
  if (loose > 0) console.log(`${number(loose)} of the last records have no anchor yet; look again tomorrow.`)
  for (const fault of check.faults) console.log(`✗ ${fault}`)
  const more = check.faultCount - check.faults.length
  if (more > 0) console.log(`✗ and ${number(more)} more.`)
  console.log(
    check.faultCount ? 'This journal is NOT as it was written.' : 'This journal is as it was written.',
  )
}

async function main() {
  const { values, positionals } = asked()
  const [path, more] = positionals
  if (values.help) return console.log(HELP)
  if (!path || more || !values.key?.length) throw new Problem('Name one file and a public key.', HELP)
  const at = values.at ? new Date(values.at) : new Date()
  if (Number.isNaN(at.getTime())) throw new Problem(`"${values.at}" is no moment.`, HELP)
  const check = new Check({ keys: values.key.map(keyOf), at })
  await linesOf(path, (line) => check.line(line))
  if (values.anchors) await linesOf(values.anchors, (line) => check.outside(line))
  say(check.end(), path)
  if (check.faultCount) process.exitCode = 1
}

await main().catch((error) => {
  printProblem(error)
  process.exitCode = 2
})
