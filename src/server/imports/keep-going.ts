import 'server-only'
// Imports are worked on by the website, beside its visitors: the worker may read no case. Several websites share them.
import { isStopping } from '../health'
import { log, nameOf } from '../log'
import { bringInAll, claimImport } from './bring-in'

const ROUND = 2_000

async function round() {
  try {
    const claimed = await claimImport()
    if (claimed) await bringInAll(claimed, isStopping)
  } catch (error) {
    // Its claim ends by itself, and it is tried again then.
    log('error', { event: 'jobFailed', error: nameOf(error) })
  }
}

/** Looks for an import every other second, one after the other, until the process is asked to end. */
export function keepImporting() {
  const next = () => {
    if (!isStopping()) setTimeout(() => void round().then(next), ROUND).unref()
  }
  next()
}
