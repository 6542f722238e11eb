// A case: one client's way to a home. The spine, its compartments, and the maker of its steps.
import type { ProcessDefinition } from '../kernel/grants'
import { stepsOf } from '../kernel/step'
import type { Loaded } from '../kernel/subject'
import { type CaseCompartments, compartments } from './compartments'
import { process } from './process'
import { inEmergency, readers } from './readers'
import { stages } from './stages'
import { underAlias } from './under-alias'

export type Case = Loaded<CaseCompartments>

/** Makes a step of the case: its name is its row in the process table. */
export const caseStep = stepsOf('case', compartments, process)

export const caseProcess = {
  kind: 'case',
  stages,
  compartments,
  readers,
  underAlias,
  inEmergency,
  rows: process,
} as const satisfies ProcessDefinition

/** Whether somebody is here by an emergency alone: no part of their work has to do with this case. */
export const onlyInEmergency = ({ spine, relations }: Pick<Case, 'spine' | 'relations'>): boolean =>
  spine.kind === 'case' && relations.every((relation) => relation === 'emergency')
