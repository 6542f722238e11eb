import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { madePool } from '../../../support/matching/made-pool'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'matching-'))
afterAll(() => rmSync(folder, { recursive: true }))

function solve(data: unknown, ...options: string[]) {
  const file = join(folder, 'data.json')
  writeFileSync(file, typeof data === 'string' ? data : JSON.stringify(data))
  const args = ['--import', 'tsx', 'tools/match-solve.ts', ...options, file]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  return { stdout, stderr, status }
}

const sample = readFileSync(join(root, 'tests/support/matching/pool.json'), 'utf8')
const edges = { client: [0, 0, 1, 1, 2], unit: [0, 1, 0, 1, 1], value: [5, 4.5, 4, 1, 2] }
const caps = [
  { clients: [0, 1], units: [1], max: 0 },
  { clients: [1, 2], max: 1 },
]

describe('the command that solves a matching', { timeout: 20_000 }, () => {
  it('prints one result, proven, with the edges of the reference', () => {
    const result = JSON.parse(solve(sample).stdout)
    expect(result).toMatchObject({ objective: 242852, upperBound: 242852, proven: true, edgeCount: 1556 })
    expect(result.edgesSha256).toMatch(/^d9296a9f8b86d274/)
  })

  it('proves by whole numbers what prices alone leave open', () => {
    const pool = madePool(11, 200, 40)
    const fast = JSON.parse(solve(pool, '--fast').stdout)
    const proven = JSON.parse(solve(pool, '--prove').stdout)
    expect(proven).toMatchObject({ proven: true, upperBound: proven.objective })
    expect(fast.objective).toBeLessThan(proven.objective)
    expect(fast.upperBound).toBeGreaterThanOrEqual(proven.objective)
  })

  it('takes edges alone, with any caps and with halves', () => {
    const { stdout } = solve({ clients: 3, units: 2, edges, caps }, '--edges')
    expect(JSON.parse(stdout)).toMatchObject({
      objective: 7,
      proven: true,
      pairs: [
        { client: 0, unit: 0 },
        { client: 2, unit: 1 },
      ],
    })
  })

  it('lets the seed whose hash was published decide between equals, and no other', () => {
    const alike = { clients: 2, units: 1, edges: { client: [0, 1], unit: [0, 0], value: [3, 3] } }
    const by = (digit: string) => {
      const seed = digit.repeat(64)
      const published = createHash('sha256').update(seed).digest('hex')
      return solve(alike, '--seed', seed, '--published', published, '--edges').stdout
    }
    const results = Array.from('0123', (digit) => JSON.parse(by(digit)))
    expect(new Set(results.map(({ pairs }) => pairs[0].client))).toEqual(new Set([0, 1]))
    expect(results.every(({ objective, proven }) => objective === 3 && proven)).toBe(true)
    const other = solve(alike, '--seed', '0'.repeat(64), '--published', '1'.repeat(64), '--edges')
    expect(other).toMatchObject({ stdout: '', status: 1, stderr: expect.stringContaining('published') })
  })

  it('keeps what was shown to people, whatever it costs', () => {
    const earlier = join(folder, 'earlier.json')
    writeFileSync(
      earlier,
      JSON.stringify({ locked: [{ client: 1, unit: 1 }], drafts: [{ client: 0, unit: 0 }] }),
    )
    const { stdout } = solve({ clients: 3, units: 2, edges }, '--earlier', earlier, '--edges')
    expect(JSON.parse(stdout)).toMatchObject({
      objective: 56,
      points: 6,
      draftsKept: 1,
      pairs: [
        { client: 0, unit: 0 },
        { client: 1, unit: 1 },
      ],
    })
  })

  it('says of one client and one home why not, and what one change would have done', () => {
    const plain = JSON.parse(solve(sample).stdout)
    const housed = new Set(plain.pairs.map(({ client }: { client: number }) => client))
    const client = JSON.parse(sample).clients.findIndex(({ id }: { id: number }) => !housed.has(id))
    const { whyNot, near, ...result } = JSON.parse(
      solve(sample, '--why-not', `${client}:0`, '--near', `${client}`).stdout,
    )
    expect(result).toMatchObject({ pairs: plain.pairs, objective: plain.objective })
    expect(whyNot).toMatchObject({ client, unit: 0 })
    expect('failing' in whyNot || whyNot.loss.atLeast >= whyNot.leastLoss).toBe(true)
    expect(near.client).toBe(client)
    expect(near.misses.length).toBeGreaterThan(0)
  })

  it.each<[string, unknown, string[]]>([
    ['data.json: is not JSON', '{', []],
    ['clients: is an empty list', { ...JSON.parse(sample), clients: [] }, []],
    ['edges.unit[1]: there is no 1', { clients: 3, units: 1, edges, caps }, ['--edges']],
    ['npm run --silent match:solve', sample, ['--slow']],
    ['npm run --silent match:solve', sample, ['--published', '0'.repeat(64)]],
    ['--near: there is no 9999', sample, ['--near', '9999']],
  ])('says in one line what is wrong: %s', (fault, data, options) => {
    const { stdout, stderr, status } = solve(data, ...options)
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
    expect(stderr).toContain(fault)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
