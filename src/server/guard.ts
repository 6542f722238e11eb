import 'server-only'
// What changes something comes from our own pages. Next compares the origin too, but lets a request without one through.
import { headers } from 'next/headers'
import { env } from './env'

class ForeignOrigin extends Error {}

/**
 * Whether our own page sent this. A browser names its origin with whatever it posts: who names none is no browser, or hides it.
 * Where it comes from in its own words (Sec-Fetch-Site) counts when it is there: older browsers, and those that came
 * over http, do not say it, and a page of another site cannot leave it out.
 */
export const isOurs = (sent: Pick<Headers, 'get'>): boolean =>
  sent.get('origin') === new URL(env().BASE_URL).origin &&
  (sent.get('sec-fetch-site') ?? 'same-origin') === 'same-origin'

/** Whether a page of ours asks for this stream: what a browser says of it in its own words, where it says something. */
export const isAskedByUs = (sent: Pick<Headers, 'get'>): boolean =>
  (sent.get('origin') ?? new URL(env().BASE_URL).origin) === new URL(env().BASE_URL).origin &&
  (sent.get('sec-fetch-site') ?? 'same-origin') === 'same-origin'

/** Wraps what a posted form does: a request that is not ours is refused before anything is read. */
export const posted =
  <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    if (!isOurs(await headers())) throw new ForeignOrigin('A form that is not of our own page')
    return work(...args)
  }
