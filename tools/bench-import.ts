// npm run bench:import: how long it takes to take running clients or dwellings over from a file, over HTTP, as a browser without JavaScript does.
import { cpus, loadavg } from 'node:os'
import { keysOf, type SheetKind } from '@/domain/import/columns'
import { paths, sheetKinds } from '@/paths'
import { fileOf } from './bench/import-file'
import { openSite } from './bench/site'
import { hiddenIn, type Visitor } from './bench/visitor'
import { buildApp, generateClient } from './build.mjs'
import { stopChildren, stopOnSignal } from './children.mjs'
import { optionsOf } from './options.mjs'
import { checkMachine } from './preconditions.mjs'
import { printProblem } from './problem.mjs'

const HELP = `npm run bench:import -- [options]
  --cases N   the size of the world, made once and kept (1000); what is taken over stays in it
  --rows N    how many rows the file has (500)
  --of KIND   case or dwelling (case)
  --stop      once more, and stopped while it is brought in
  --large MB  a file of so many megabytes, that is refused
  --port N    the port of the website (3900)`

const OPTIONS = {
  cases: { type: 'string', default: '1000' },
  rows: { type: 'string', default: '500' },
  of: { type: 'string', default: 'case' },
  stop: { type: 'boolean', default: false },
  large: { type: 'string' },
  port: { type: 'string', default: '3900' },
} as const

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Presses the button of the form with this text. */
async function press(
  who: Visitor,
  at: string,
  marker: string,
  fields: readonly (readonly [string, string])[],
) {
  const { body } = await who.get(at)
  const { status, location } = await who.post(at, [...hiddenIn(body, marker), ...fields])
  if (status !== 303 || !location) throw new Error(`${at} answered ${status}`)
  return location
}

const chosen = (kind: SheetKind, body: string) =>
  keysOf(kind).flatMap((key): [string, string][] => {
    const list = body.split(`name="column-${key}"`)[1]?.split('</select>')[0] ?? ''
    const value = /<option[^>]*selected=""[^>]*value="(\d+)"|<option[^>]*value="(\d+)"[^>]*selected=""/.exec(
      list,
    )
    return value ? [[`column-${key}`, value[1] ?? value[2] ?? '']] : []
  })

type Times = [string, number][]
type Timed = <T>(what: string, work: () => Promise<T>) => Promise<T>

function timing(times: Times): Timed {
  return async (what, work) => {
    const began = performance.now()
    const done = await work()
    times.push([what, (performance.now() - began) / 1000])
    return done
  }
}

/** A file that is read and judged, and waits for the word of whoever sent it; its address. */
async function prepared(who: Visitor, kind: SheetKind, rows: number, timed: Timed): Promise<string> {
  const file = fileOf(kind, rows)
  const sent = await timed('sent and read, until the columns are shown', async () => {
    const { location } = await who.send(paths.importFile(kind), 'file', file)
    if (!location?.includes(`${paths.imports(kind)}/`)) throw new Error(`Not read: ${location}`)
    return { at: location, page: await who.get(location) }
  })
  const [first = ''] = keysOf(kind)
  await timed('judged, until the preview is shown', async () => {
    const to = await press(who, sent.at, `column-${first}`, chosen(kind, sent.page.body))
    await who.get(to)
  })
  return sent.at
}

const cameIn = async (who: Visitor, at: string) =>
  /([\d.]+|geen) (?:cliënt|woning)(?:en)? (?:is |zijn )?overgenomen\./.exec((await who.get(at)).body)?.[1]

async function measure(who: Visitor, kind: SheetKind, rows: number, timed: Timed) {
  const at = await prepared(who, kind, rows, timed)
  await timed('brought in, from the agreement until the last one is there', async () => {
    await press(who, at, 'Ja, neem', [])
    let came = await cameIn(who, at)
    for (; !came; came = await cameIn(who, at)) await pause(2_000)
    if (Number(came.replaceAll('.', '')) !== rows) throw new Error(`Of ${rows} rows ${came} came in`)
  })
}

/** The same once more, stopped after some seconds: how soon it says so, and that it said how far it was. */
async function measureStop(who: Visitor, kind: SheetKind, rows: number, timed: Timed) {
  const at = await prepared(who, kind, rows, async (_what, work) => work())
  await press(who, at, 'Ja, neem', [])
  await pause(4_000)
  if (!(await who.get(at)).body.includes('<progress')) throw new Error('It does not say how far it is')
  await timed('stopped halfway, until it says so', async () => {
    await press(who, at, 'Stop hiermee', [])
    for (let left = 100; (await who.get(at)).body.includes('<progress'); left--) {
      if (!left) throw new Error('It goes on')
      await pause(100)
    }
  })
}

/** A file that is far too large is sent back with a word. */
async function measureLarge(who: Visitor, kind: SheetKind, megabytes: number, timed: Timed) {
  const line = 'Straat;1;7811 AB;Emmen;Portiekflat;2;1;nee;ZON;612,50;15-12-2026\r\n'
  const text = line.repeat(Math.ceil((megabytes * 1024 * 1024) / line.length))
  const { location } = await timed(`a file of ${megabytes} MB, until it is refused`, () =>
    who.send(paths.importFile(kind), 'file', text),
  )
  if (!location?.endsWith(paths.importFault('tooLarge', kind))) throw new Error(`It went to ${location}`)
}

async function main() {
  const values = optionsOf(HELP, OPTIONS)
  await generateClient()
  await buildApp({ onLine: console.log })
  const site = await openSite(Number(values.cases), Number(values.port), console.log)
  try {
    const times: Times = []
    const timed = timing(times)
    const kind = sheetKinds.find((one) => one === values.of) ?? 'case'
    const who = site.sees(kind === 'case' ? 'mentor' : 'officer')
    await measure(who, kind, Number(values.rows), timed)
    if (values.stop) await measureStop(who, kind, Number(values.rows), timed)
    if (values.large) await measureLarge(who, kind, Number(values.large), timed)
    console.log(
      `\n${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}\n`,
    )
    console.log(`| ${values.rows} rows | seconds |\n|---|---:|`)
    for (const [what, took] of times) console.log(`| ${what} | ${took.toFixed(1)} |`)
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
