// npm run bench:matching: what the matching engine costs and gains, on pools made from a seed. docs/bench.md has figures.
import { alone } from './matching/alone'
import { questions } from './matching/asked'
import { growth } from './matching/growth'
import { measureSize } from './matching/measured'
import { stability } from './matching/stability'
import { years } from './matching/year'
import { optionsOf } from './options.mjs'

const HELP = `npm run bench:matching -- [options]
  --sizes LIST     clients x units (200x40,2000x400,20000x4000)
  --region WIDTH   thin or open: how wide clients look (open)
  --seeds LIST     the seeds of the pools (1)
  --rounds N       each time is the median of so many (5)
  --prove-to N     prove, and ask the packages of others, up to so many clients (2000)
  --growth         how times grow, 500 to 32,000 clients, instead
  --questions      what it takes to answer one, instead
  --year           clients and homes that come day by day, instead
  --stability      how much changes from run to run, instead`

const options = {
  sizes: { type: 'string', default: '200x40,2000x400,20000x4000' },
  region: { type: 'string', default: 'open' },
  seeds: { type: 'string', default: '1' },
  rounds: { type: 'string', default: '5' },
  'prove-to': { type: 'string', default: '2000' },
  growth: { type: 'boolean', default: false },
  questions: { type: 'boolean', default: false },
  stability: { type: 'boolean', default: false },
  year: { type: 'boolean', default: false },
  alone: { type: 'string' },
} as const

const values = optionsOf(HELP, options)
const region = values.region === 'thin' ? 'thin' : 'open'
const numbers = (list: string, between: string) => list.split(between).map(Number)
const seeds = numbers(values.seeds, ',')
const sizes = values.sizes.split(',').map((size) => numbers(size, 'x') as [number, number])
const [seed = 1] = seeds

async function main(): Promise<void> {
  if (values.alone) return alone(values.alone, { seed, size: sizes[0] ?? [200, 40], region })
  if (values.growth) return growth({ seed, region, rounds: Number(values.rounds) })
  if (values.year) return years({ seed, region, size: sizes[0] ?? [1500, 300] }, seeds)
  for (const size of sizes)
    for (const one of seeds)
      if (values.stability) await stability({ seed: one, size, region })
      else if (values.questions) await questions({ seed: one, size, region })
      else {
        const proves = size[0] <= Number(values['prove-to'])
        await measureSize({ seed: one, size, region, rounds: Number(values.rounds), proves })
      }
}

await main()
