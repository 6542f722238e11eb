// Every step that people take by hand, each where it can be taken: one long story on a real database.
import type { Line } from './line'
import { aftercare } from './script/aftercare'
import { access, emergency } from './script/around'
import { handover } from './script/handover'
import { imported, intake } from './script/intake'
import { matching } from './script/matching'
import { tafel } from './script/tafel'
import { neverMovedIn, tenancy } from './script/tenancy'

const chapters = [
  intake,
  imported,
  handover,
  tafel,
  matching,
  tenancy,
  neverMovedIn,
  aftercare,
  access,
  emergency,
]
export const script: readonly Line[] = chapters.flat()

/** The first time that each step is taken. */
export const firsts = script.filter((one, at) => script.findIndex((other) => other.step === one.step) === at)
