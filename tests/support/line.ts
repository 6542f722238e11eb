// One line of the script: who takes which step on which day, with what.
import type { Actor, Role } from '@/domain/case/actor'
import type { StepName } from '@/domain/case/steps'
import type { FromFile } from '@/domain/kernel/context'
import type { Region } from './region'

export type Input = Readonly<Record<string, unknown>>
/** The subjects of the story by their names in it. */
type Subjects = Readonly<Record<string, string>>
export type Stage = { readonly r: Region; readonly by: (role: Role) => Actor; readonly ids: Subjects }

export type Line = {
  readonly step: StepName
  readonly who: Role
  /** The subject it is taken on, or that it opens. */
  readonly on: string
  readonly day: string
  /** Taken by somebody of this role who does not work where the others do: the case comes to them, or does not. */
  readonly elsewhere: boolean
  /** The row of a file from which the case comes. */
  readonly fromFile?: FromFile
  readonly input: (stage: Stage) => Input | Promise<Input>
}

type Given = Input | ((stage: Stage) => Input | Promise<Input>)
/** Lines of one day about one subject; `elsewhere` when the neighbour of that role takes the step. */
export const line =
  (day: string, on: string, elsewhere = false) =>
  (step: StepName, who: Role, given: Given = {}): Line => ({
    step,
    who,
    on,
    day,
    elsewhere,
    input: typeof given === 'function' ? given : () => given,
  })
