import 'server-only'
// Runs are computed by the website, beside its visitors: the worker may read no case. Several websites share them.
import { isStopping } from '../health'
import { log, nameOf } from '../log'
import { claimRun, computeRun } from './run'

const ROUND = 1_000

async function round() {
  try {
    const claimed = await claimRun()
    if (claimed) await computeRun(claimed)
  } catch (error) {
    // Its claim ends by itself, and it is tried again then.
    log('error', { event: 'jobFailed', error: nameOf(error) })
  }
}

/** Looks for a run every second, until the process is asked to end. */
export function keepMatching() {
  const next = () => {
    if (!isStopping()) setTimeout(() => void round().then(next), ROUND).unref()
  }
  next()
}
