import 'server-only'
// How arrears of rent stand, as far as this reader knows of them.
import { arrearsDone, tenantObjects } from '@/domain/aftercare/arrears-course'
import type { Case } from '@/domain/case/case'

export type ArrearsScreen = {
  /** What the landlord did, for the landlord: each with its day, or null. */
  checklist: { done: string; on: string | null }[]
  objects: boolean
  reported: { months: number; on: string } | null
  help: { what: string; on: string } | null
  ended: { what: string; on: string } | null
}

const duties = ['reminded', 'contacted', 'helpOffered'] as const

/** The arrears that run now or ended last; null where this reader knows of none. */
export function arrearsIn(kase: Case): ArrearsScreen | null {
  const done = arrearsDone(kase)
  const { arrearsSignal, arrearsEnds, debtHelp } = kase.of
  const told = arrearsSignal?.at(-1)
  const ends = (arrearsEnds?.length ?? 0) > 0 ? arrearsEnds?.at(-1) : undefined
  const over = !!ends && !!told && ends.recordedOn >= told.recordedOn
  if (!done.size && !told) return null
  const help = debtHelp?.at(-1)
  return {
    checklist: done.size ? duties.map((one) => ({ done: one, on: done.get(one) ?? null })) : [],
    objects: tenantObjects(kase),
    reported: told && !(over && done.size) ? { months: told.months, on: told.reportedOn } : null,
    help:
      help && told && help.recordedOn >= told.recordedOn ? { what: help.debtHelp, on: help.helpedOn } : null,
    ended: over && !done.size ? { what: ends.arrearsEnd, on: ends.endedOn } : null,
  }
}
