// npm run bench:import: how long it takes to take running clients over from a file, over HTTP, as a browser without JavaScript does.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { columnOf, keysOf, neededOf } from '@/domain/import/columns'
import { addDays } from '@/domain/kernel/days'
import { csvOf } from '@/domain/report/csv'
import { paths } from '@/paths'
import { openSite, type Site } from './bench/site'
import { hiddenIn, type Visitor } from './bench/visitor'
import { buildApp, generateClient } from './build.mjs'
import { stopChildren, stopOnSignal } from './children.mjs'
import { checkMachine } from './preconditions.mjs'
import { printProblem } from './problem.mjs'

const HELP = `npm run bench:import -- [options]
  --cases N   the size of the world, made once and kept (1000); what is taken over stays in it
  --rows N    how many rows the file has (500)
  --port N    the port of the website (3900)`

const OPTIONS = {
  cases: { type: 'string', default: '1000' },
  rows: { type: 'string', default: '500' },
  port: { type: 'string', default: '3900' },
  help: { type: 'boolean', default: false },
} as const

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Clients with a name that nobody has: four in five in the aanmelding, the others waiting for the tafel. */
function fileOf(rows: number): string {
  const mark = Date.now().toString(36)
  const client = (nr: number): Readonly<Record<string, string>> => ({
    givenName: `Rij ${nr}`,
    familyName: `Meting-${mark}-${nr}`,
    birthDate: addDays('1950-01-01', (nr * 37) % 20_000),
    setting: 'BW',
    facility: 'De Es',
    law: 'Wmo',
    readySince: '1-9-2026',
    gemeente: 'Emmen',
    mentorName: 'Naam van de begeleider',
    agreedOn: '1-10-2026',
    agreedHow: 'mondeling',
    ...(nr % 5 ? { stated: 'aanmelding' } : { stated: 'tafel', statedSince: '1-11-2026' }),
  })
  const keys = keysOf('case').filter((key) => key === 'statedSince' || neededOf('case').includes(key))
  const lines = Array.from({ length: rows }, (_, at) => keys.map((key) => client(at + 1)[key] ?? ''))
  return csvOf([keys.map((key) => columnOf(key).names[0] ?? key), ...lines])
}

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

const chosen = (body: string) =>
  keysOf('case').flatMap((key): [string, string][] => {
    const list = body.split(`name="column-${key}"`)[1]?.split('</select>')[0] ?? ''
    const value = /<option[^>]*selected=""[^>]*value="(\d+)"|<option[^>]*value="(\d+)"[^>]*selected=""/.exec(
      list,
    )
    return value ? [[`column-${key}`, value[1] ?? value[2] ?? '']] : []
  })

async function measure(site: Site, rows: number) {
  const who = site.sees('mentor')
  const times: [string, number][] = []
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const done = await work()
    times.push([what, (performance.now() - began) / 1000])
    return done
  }
  const file = fileOf(rows)
  const sent = await timed('sent and read, until the columns are shown', async () => {
    const { location } = await who.send(paths.importFile(), 'file', file)
    if (!location?.includes(`${paths.imports()}/`)) throw new Error(`Not read: ${location}`)
    return { at: location, page: await who.get(location) }
  })
  await timed('judged, until the preview is shown', async () => {
    const to = await press(who, sent.at, 'column-givenName', chosen(sent.page.body))
    await who.get(to)
  })
  await timed('brought in, from the agreement until the last case is there', async () => {
    await press(who, sent.at, 'Ja, neem', [])
    const said = async () =>
      /([\d.]+|geen) cliënt(?:en)? (?:is |zijn )?overgenomen\./.exec((await who.get(sent.at)).body)?.[1]
    let came = await said()
    for (; !came; came = await said()) await pause(2_000)
    if (Number(came.replaceAll('.', '')) !== rows) throw new Error(`Of ${rows} rows ${came} came in`)
  })
  return times
}

async function main() {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) return console.log(HELP)
  await generateClient()
  await buildApp({ onLine: console.log })
  const site = await openSite(Number(values.cases), Number(values.port), console.log)
  try {
    const times = await measure(site, Number(values.rows))
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
