import 'server-only'
// A file is brought in: read, and kept as its uploader's alone. What it is called is not kept: it may be somebody's name.
import { openingStep } from '@/domain/case/steps'
import type { SheetKind } from '@/domain/import/columns'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { posted } from '@/server/guard'
import { keepImport } from '@/server/imports/keep'
import { LARGEST, readTable } from '@/server/imports/read-file'
import { currentActor } from '@/server/session'

const bytesOf = async (form: FormData): Promise<Buffer> => {
  const sent = form.get('file')
  if (!(sent instanceof File) || sent.size > LARGEST + 1)
    return Buffer.alloc(sent instanceof File ? LARGEST + 1 : 0)
  return Buffer.from(await sent.arrayBuffer())
}

/** Reads the file of the form. Where it goes on: to its columns; or back, with a word for what is wrong. */
export const bring = (kind: SheetKind) =>
  posted(async (form: FormData): Promise<string> => {
    const actor = await currentActor()
    if (!openingStep(kind, actor.role)) return paths.importFault('not', kind)
    const file = await readTable(await bytesOf(form))
    if ('fault' in file) return paths.importFault(file.fault, kind)
    const id = await asActor(actor, (tx) => keepImport(tx, file, kind))
    return id ? paths.import(id, kind) : paths.importFault('not', kind)
  })
