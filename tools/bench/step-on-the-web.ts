// One step as the website takes it: the form of a page, sent as a browser without JavaScript sends it.
import type { Home } from './home'
import { hiddenIn, type Visitor } from './visitor'

type Fields = readonly (readonly [string, string])[]
export type Form = { readonly path: string; readonly fields: Fields }

/** Opens the form of a visit and fills it in; nothing is sent yet. */
export async function filledIn(visitor: Visitor, home: Home): Promise<Form> {
  const path = `/cases/${home.id}/steps/recordVisit`
  const { status, body } = await visitor.get(path)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  const answers: Fields = [
    ['visitedOn', 'vandaag'],
    ['form', 'thuis'],
    ['level', 'groen'],
    ['note', 'Koffie en de post'],
  ]
  return { path, fields: [...hiddenIn(body, 'name="key"'), ...answers] }
}

/** Sends it; returns how long that took in milliseconds. */
export async function sent(visitor: Visitor, { path, fields }: Form): Promise<number> {
  const { status, location, took } = await visitor.post(path, fields)
  if (status === 303 && location?.includes('done=recordVisit')) return took
  throw new Error(`The form of a visit answered ${status} ${location ?? ''}`)
}
