import 'server-only'
// A form counts only when it comes from our own pages. Next compares the origin too, but lets a request without one through.
import { headers } from 'next/headers'
import { env } from './env'

export class ForeignOrigin extends Error {}

/** Wraps what a posted form does: a request from another origin, or from none, is refused before anything is read. */
export const posted =
  <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    const sent = await headers()
    if (sent.get('origin') !== new URL(env().BASE_URL).origin)
      throw new ForeignOrigin('A form from another origin')
    const site = sent.get('sec-fetch-site')
    if (site !== null && site !== 'same-origin') throw new ForeignOrigin('A form from another site')
    return work(...args)
  }
