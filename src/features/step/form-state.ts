// What a form knows between two attempts: the messages, and everything that was typed.
export type FormState = {
  readonly attempt: number
  readonly reason?: string
  readonly fields: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, readonly string[]>>
  /** Someone else changed the subject meanwhile: what stands there now is shown beside what was typed. */
  readonly stale?: true
  /** Nobody is signed in any more: the form waits until somebody is. */
  readonly signIn?: true
}

export const fresh: FormState = { attempt: 0, fields: {}, typed: {} }

/** The largest form that is read, in bytes: many times what its fields can hold together. */
export const FORM_MAX = 1_000_000
