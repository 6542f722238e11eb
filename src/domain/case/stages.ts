// Where a case is. `new` is before it exists: only an opening step starts there.
export const stages = ['new', 'intake', 'tafel', 'matching', 'tenancy', 'aftercare', 'closed'] as const
export type Stage = (typeof stages)[number]

/** The stages that a person passes through, as the rail shows them. */
export const passed = stages.slice(1)

/** The stages from one on, the closed stage included. */
export const from = (first: Stage): readonly Stage[] => stages.slice(stages.indexOf(first))
/** The stages of a running case from one up to another, both included. */
export const between = (first: Stage, last: Stage): readonly Stage[] =>
  stages.slice(stages.indexOf(first), stages.indexOf(last) + 1)
/** Every stage of a case that exists. */
export const always = from('intake')
