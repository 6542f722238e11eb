// Asking at every door at once: an address of every route there is.
import { faultsOf } from './answers'
import { multipart } from './posts'
import { PLACES } from './routes'
import { abreast, settled } from './walk'
import type { Answer, Asked, Headers, Website } from './website'
import type { World } from './world'

export type Given = readonly [Asked, Answer]

/** An address of every route; of those of a subject, one of our own. */
const doors = (w: World): string[] =>
  Object.entries(PLACES).map(([route, place]) => {
    const ours = w.places.filter(({ setting, stage }) => setting === 'ours' && stage !== 'new')
    const all =
      'list' in place
        ? place.list(w.places)
        : ours.filter(({ kind }) => kind === place.kind).flatMap(({ id }) => place.at(id, w))
    return all[0] ?? route
  })

/** At every door, with each of these. */
export const atEach = (w: World, headers: readonly Headers[], more: Omit<Asked, 'path'> = {}): Asked[] =>
  doors(w).flatMap((path) => headers.map((one) => ({ ...more, path, headers: one })))

export async function answers(site: Website, all: readonly Asked[]): Promise<Given[]> {
  const found: Given[] = []
  await abreast(all, async (asked) => void found.push([asked, await settled(site, asked)]))
  const statuses = Object.entries(Object.groupBy(found, ([, { status }]) => status))
  console.info(`${found.length} answers: ${statuses.map(([s, list]) => `${list?.length}× ${s}`).join(', ')}`)
  return found
}

/** What is wrong with any of them. */
export const faultsIn = (found: readonly Given[], secured = false) =>
  found.flatMap(([asked, answer]) => faultsOf(asked, answer, secured)).slice(0, 30)

/** Those that say something else than this, as sentences. */
export const unlike = (found: readonly Given[], right: (answer: Answer, asked: Asked) => boolean) =>
  found
    .filter(([asked, answer]) => !right(answer, asked))
    .map(
      ([{ method = 'GET', path, headers }, { status }]) =>
        `${method} ${path} ${JSON.stringify(headers)}: ${status}`,
    )

/** A form as our own page sends it, with nothing in it that any page asks. */
export const ownForm = (base: string) => {
  const { headers, body } = multipart([['nothing', 'at all']])
  return { headers: { ...headers, origin: base, 'sec-fetch-site': 'same-origin' } as Headers, body }
}
