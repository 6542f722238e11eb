// The addresses of an import, and what the walk asks there.
import { paths } from '@/paths'
import type { Placed } from '../policy/standings'
import type { Place } from './routes'

/** The imports of a person are walked in tests/server/import.test.ts; by the id of a case there is none. */
const noneAt = (of: (id: string) => string): Place => ({
  list: (places: readonly Placed[]) =>
    places
      .filter(({ kind }) => kind === 'case')
      .slice(0, 3)
      .map(({ id }) => of(id)),
})

export const IMPORT_PLACES: Readonly<Record<string, Place>> = {
  '/cases/import': { list: () => [paths.imports, paths.importFault('broken')] },
  '/cases/import/file': { list: () => [paths.importFile] },
  '/cases/import/template': { list: () => ['xlsx', 'csv', 'sample'].map(paths.importTemplate) },
  '/cases/import/[id]': noneAt(paths.import),
  '/cases/import/[id]/errors': noneAt(paths.importErrors),
}
