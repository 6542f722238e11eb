// A file as the server says it was kept, for steps that are taken without one coming in.
import { randomUUID } from 'node:crypto'
import type { KeptFile } from '@/domain/case/papers'
import { stepOf } from '@/domain/case/steps'

const HEX = 'ab'.repeat(32)

/** Whether the form of this step brings a file. */
export const bringsFile = (step: string) => !!stepOf(step)?.file

export const aFile = (id: string = randomUUID()): KeptFile => ({
  id,
  name: 'inkomen 2025.pdf',
  format: 'pdf',
  size: 1200,
  checksum: HEX,
})

/** In a story in memory the nth file that came in has this id. */
export const fileNumber = (n: number) => `f11e0000-0000-4000-8000-${String(n).padStart(12, '0')}`
