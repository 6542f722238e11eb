// The addresses where cases and dwellings come in, go out, are counted or go on, many at once, and what the walk asks there.
import { together } from '@/domain/worklist/together'
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

/** A page of the list goes on together. */
const severalAtOnce: Place = {
  list: (places: readonly Placed[]) => {
    const cases = places.filter(({ kind }) => kind === 'case').slice(0, 50)
    const asked = cases.map(({ id }) => `&case=${id}`).join('')
    const steps = Object.keys(together).map((step) => `step=${step}`)
    return [...steps, 'spread=yes', 'spread=yes&with='].map((what) => `/cases/together?${what}${asked}`)
  },
}

export const MANY_PLACES: Readonly<Record<string, Place>> = {
  '/cases/export': { list: () => [paths.casesExport] },
  '/cases/together': severalAtOnce,
  '/cases/[id]/homes': { kind: 'case', at: (id) => [paths.homes(id)] },
  '/matching': { list: () => [paths.matching] },
  '/cases/[id]/weighed': { kind: 'case', at: (id) => [paths.weighed(id)] },
  '/report/retention': { list: () => [paths.retention, `${paths.retention}?by=covenant&age=0&what=reached`] },
  '/report/fairness': { list: () => [paths.fairness] },
  '/covenant/change': { list: () => [paths.covenantChange, `${paths.covenantChange}?as=text`] },
  '/time-outs': { list: () => [paths.timeOuts] },
  '/device': { list: () => [paths.device, `${paths.device}?next=/cases`] },
  '/organisation/device': { list: () => [paths.deviceChoice] },
  '/organisation/support': { list: () => [paths.supportAreas] },
  '/organisation/words': { list: () => [paths.ownWords] },
  '/organisation/words/[wording]/[agreement]': {
    list: () => ['lease', 'guidance'].map((agreement) => paths.wordsOnPaper('now', agreement)),
  },
  '/contingent': { list: () => [paths.contingent] },
  '/tafels/figures': { list: () => [paths.tafelFigures, `${paths.tafelFigures}?months=24&show=repeated`] },
  '/cases/import': { list: () => [paths.imports(), paths.importFault('broken')] },
  '/cases/import/file': { list: () => [paths.importFile()] },
  '/cases/import/template': { list: () => ['xlsx', 'csv', 'sample'].map((as) => paths.importTemplate(as)) },
  '/cases/import/[id]': noneAt((id) => paths.import(id)),
  '/cases/import/[id]/errors': noneAt((id) => paths.importErrors(id)),
  '/dwellings/new': { list: () => [paths.open('dwelling')] },
  '/dwellings/calendar': { list: () => [paths.comingFree] },
  '/dwellings/import': { list: () => [paths.imports('dwelling'), paths.importFault('broken', 'dwelling')] },
  '/dwellings/import/file': { list: () => [paths.importFile('dwelling')] },
  '/dwellings/import/template': {
    list: () => ['xlsx', 'csv'].map((as) => paths.importTemplate(as, 'dwelling')),
  },
  '/dwellings/import/[id]': noneAt((id) => paths.import(id, 'dwelling')),
  '/dwellings/import/[id]/errors': noneAt((id) => paths.importErrors(id, 'dwelling')),
}
