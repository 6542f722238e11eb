// The bytes of papers: a sealed file for each paper that was laid, with words in it that stand nowhere else.
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PaperGroup, paperTypes } from '@/domain/case/papers'
import { sealFile } from '@/server/files/sealed'
import type { Placed } from '../policy/standings'
import type { Aviary } from './canaries'

export type Laid = { readonly id: string; readonly group: PaperGroup; readonly words: string }

export const isPaperGroup = (name: string): name is PaperGroup => name in paperTypes

/** Files in a folder of their own, of which the website is told by its setting. */
export class Papers {
  private readonly laid = new Map<string, readonly Laid[]>()
  private readonly sums = new Map<string, string>()
  readonly folder: string

  constructor(private readonly aviary: Aviary) {
    mkdirSync('.data/test', { recursive: true })
    this.folder = mkdtempSync('.data/test/files-')
    process.env.FILES_FOLDER = this.folder
  }

  of = (caseId: string): readonly Laid[] => this.laid.get(caseId) ?? []

  private lay(at: Placed, group: PaperGroup): Laid {
    const canary = (field: string) => ({ subject: at.id, object: group, field })
    const id = this.aviary.known(randomUUID(), canary('paper'))
    const words = this.aviary.text(canary('words of the file'))
    const bytes = Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`)
    writeFileSync(join(this.folder, id), sealFile({ id, caseId: at.id }, bytes))
    this.sums.set(id, createHash('sha256').update(bytes).digest('hex'))
    const one = { id, group, words }
    this.laid.set(at.id, [...this.of(at.id), one])
    return one
  }

  /** What its row says of a file: the truth; undefined where any value will do. */
  value(at: Placed, group: PaperGroup, field: string): unknown {
    if (field === 'withdrawnOn' || field === 'replaces') return null
    if (field !== 'paper' && field !== 'checksum') return undefined
    const one = this.of(at.id).find((laid) => laid.group === group) ?? this.lay(at, group)
    return field === 'paper' ? one.id : this.sums.get(one.id)
  }
}
