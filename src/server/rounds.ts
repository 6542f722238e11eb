import 'server-only'
// Work that the website does beside its visitors: what the worker may not do, for it may read no case.
import { isStopping } from './health'
import { log, nameOf } from './log'

/** Does this every so many milliseconds, one round after the other, until the process is asked to end. A round that fails is logged, and tried again. */
export function everyRound(milliseconds: number, round: () => Promise<unknown>) {
  const next = () => {
    if (isStopping()) return
    setTimeout(() => {
      round()
        .catch((error: unknown) => log('error', { event: 'jobFailed', error: nameOf(error) }))
        .then(next)
    }, milliseconds).unref()
  }
  next()
}
