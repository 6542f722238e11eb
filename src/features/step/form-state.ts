// What a form knows between two attempts: the messages, and everything that was typed.
export type FormState = {
  readonly attempt: number
  readonly reason?: string
  readonly fields: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, readonly string[]>>
}

export const fresh: FormState = { attempt: 0, fields: {}, typed: {} }
