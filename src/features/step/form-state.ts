// What a form knows between two attempts: the messages, and everything that was typed.
export type FormState = {
  readonly attempt: number
  readonly reason?: string
  readonly fields: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, readonly string[]>>
  /** Someone else changed the subject meanwhile: what stands there now is to be chosen from, beside what was typed. */
  readonly stale?: true
  /** When it was kept to go on with later, in a sentence. */
  readonly kept?: string
  /** What the form knew when it was sent: it holds until it knows better. */
  readonly head?: Head
  /** It did not arrive, or its answer did not: it is sent again once there is a connection. */
  readonly waits?: true
  /** It comes back from the device, on which it was kept: it is to be kept here as well. */
  readonly putBack?: true
  /** Nobody is signed in any more: the form waits until somebody is. */
  readonly signIn?: true
}

/** What a form knows of the subject, and of the drafts it goes on from. All of it is text: it travels in hidden fields. */
export type Head = {
  readonly key: string
  readonly version: string
  readonly stood: string
  readonly from: string
}

/** What a form says of itself, and how it calls that on its way: never as a question of a step is called. */
export const own = {
  step: 'step',
  subject: 'subject',
  key: 'key',
  version: 'version',
  seq: 'seq',
  stood: 'stood',
  choose: 'choose',
  intent: 'intent',
  about: 'draft.about',
  from: 'draft.from',
  again: 'again',
} as const
type Own = keyof typeof own

/** What a form says of itself, under the names that travel. */
export const ofItself = (values: Readonly<Partial<Record<Own, string>>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [own[name as Own], value]))

export const fresh: FormState = { attempt: 0, fields: {}, typed: {} }

/** The intent with which a form comes back that was kept on the device: nothing is sent. */
export const PUT_BACK = 'device'

/** Where in a text the time comes that the browser alone knows. */
export const TIME = '{time}'

/** The largest form that our own script sends, in bytes: many times what its fields can hold together. */
export const FORM_MAX = 1_000_000

/** The largest form that is read, in bytes: without a script one that is too large comes back with its words, and what is wrong. */
export const FORM_READ = 4_000_000

/** The fields in which a form sends its file: one that was chosen, or one that the camera takes now. */
export const FILE = 'file'
export const PHOTO = 'photo'
