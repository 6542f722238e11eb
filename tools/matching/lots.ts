// Lots from a seed whose hash was published before the run: who saw the hash can check afterwards that no other seed
// was taken, and that it makes the same matching.
import { createHash, createHmac } from 'node:crypto'
import type { Lots } from '../../src/domain/matching/engine/lottery'
import { PoolFault } from '../../src/domain/matching/engine/read-pool'

/** 32 bytes: fewer could be found from the hash by trying. */
const SEED = /^[0-9a-f]{64}$/

/** What is published before the run: `printf %s SEED | sha256sum` says the same. */
export const commitmentOf = (seed: string): string => createHash('sha256').update(seed).digest('hex')

/** The lots of a seed. @throws PoolFault when it is no seed, or not the one whose hash was published. */
export function lotsOf(seed: string, published: string | undefined): Lots {
  if (!SEED.test(seed)) throw new PoolFault('--seed: 64 digits of 0 to 9 and a to f expected')
  if (published !== commitmentOf(seed)) throw new PoolFault('--seed: is not the one whose hash was published')
  return (about) => createHmac('sha256', seed).update(about).digest().readUInt32BE(0)
}
