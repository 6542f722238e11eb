// What the form of several cases knows between two attempts.

/** What became of one case: taken, or why not, in a sentence. Without an id where nothing is there for who asks. */
export type Result = { readonly id: string | null; readonly done: boolean; readonly text: string }

/** A case on which it was taken, as it stood before and as it stands now: what is needed to take it back. */
export type Back = {
  readonly id: string
  readonly version: number
  readonly was: Readonly<Record<string, readonly string[]>>
}

export type TogetherState = {
  readonly attempt: number
  readonly reason?: string
  readonly fields: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly results?: readonly Result[]
  /** A sentence over all of them. */
  readonly said?: string
  readonly back?: readonly Back[]
}

export const freshTogether: TogetherState = { attempt: 0, fields: {}, typed: {} }

/** Where cases are spread: the name of the line of a case in the form. Empty where the case stays where it is. */
export const lineOf = (id: string) => `to.${id}`
