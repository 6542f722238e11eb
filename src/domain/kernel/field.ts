// A field is described once; from it come its column, its input check, its form control and its display.

/** What every field may say besides its kind. `optional` fields hold null when nothing was filled in. */
type Common = { readonly optional?: true }

export type Field = Common &
  (
    | { readonly kind: 'text' | 'longText'; readonly max: number }
    | { readonly kind: 'day'; readonly when: 'past' | 'future' | 'any' }
    | { readonly kind: 'time' }
    | { readonly kind: 'count'; readonly min: number; readonly max: number }
    | { readonly kind: 'money'; readonly max: number }
    | { readonly kind: 'flag' }
    | { readonly kind: 'code'; readonly codes: readonly string[]; readonly list: string }
    | { readonly kind: 'codes'; readonly codes: readonly string[]; readonly list: string }
    | { readonly kind: 'ref' | 'refs'; readonly to: RefTo }
    | { readonly kind: 'bsn' | 'email' | 'phone' | 'postcode' }
  )

/** What a reference can point at. */
export type RefTo =
  | 'organisation'
  | 'gemeente'
  | 'provider'
  | 'localTeam'
  | 'case'
  | 'dwelling'
  | 'offer'
  | 'tafel'
  | 'membership'
  | 'timeOutPlace'
  | 'nameable'
  | 'named'
  | 'paper'
  | 'photo'
  | 'row'
  | 'item'
  | 'delegate'
  | 'seated'
  | 'atTable'
  | 'note'
  | 'signal'
  | 'condition'
  | 'party'
  | 'reader'
  | 'addressee'

export type Fields = Readonly<Record<string, Field>>

type Plain<F> = F extends { kind: 'count' | 'money' }
  ? number
  : F extends { kind: 'flag' }
    ? boolean
    : F extends { kind: 'code'; codes: readonly (infer C)[] }
      ? C
      : F extends { kind: 'codes'; codes: readonly (infer C)[] }
        ? C[]
        : F extends { kind: 'refs' }
          ? string[]
          : string

/** The values of a set of fields: days as 'yyyy-mm-dd', money in whole euro cents. */
export type Values<Fs extends Fields> = {
  [K in keyof Fs]: Fs[K] extends { optional: true } ? Plain<Fs[K]> | null : Plain<Fs[K]>
}

/** One line of text, at most `max` characters. */
export const text = (max = 120) => ({ kind: 'text', max }) as const
/** Several lines of text. */
export const longText = (max = 4000) => ({ kind: 'longText', max }) as const
/** A calendar day; `when` says on which side of today it must lie (today itself is always allowed). */
export const day = (when: 'past' | 'future' | 'any' = 'any') => ({ kind: 'day', when }) as const
/** A time of day, 'hh:mm'. */
export const time = () => ({ kind: 'time' }) as const
/** A whole number between two bounds, both included. */
export const count = (min: number, max: number) => ({ kind: 'count', min, max }) as const
/** An amount in euro cents, from nothing up to `max` cents. */
export const money = (max = 100_000_000) => ({ kind: 'money', max }) as const
/** Yes or no. */
export const flag = () => ({ kind: 'flag' }) as const
/** One code of a list; `list` names the texts of the codes. */
export const code = <const C extends readonly string[]>(list: string, codes: C) =>
  ({ kind: 'code', list, codes }) as const
/** Any number of codes of a list. */
export const codes = <const C extends readonly string[]>(list: string, all: C) =>
  ({ kind: 'codes', list, codes: all }) as const
/** A reference to another thing, by its id. */
export const ref = <const T extends RefTo>(to: T) => ({ kind: 'ref', to }) as const
/** References to any number of such things. */
export const refs = <const T extends RefTo>(to: T) => ({ kind: 'refs', to }) as const
/** A burgerservicenummer; sealed before it is stored. */
export const bsn = () => ({ kind: 'bsn' }) as const
/** An e-mail address, in small letters. */
export const email = () => ({ kind: 'email' }) as const
/** A phone number, kept as it is shown: 06 12 34 56 78. */
export const phone = () => ({ kind: 'phone' }) as const
/** A Dutch postcode, kept as it is shown: 7811 AB. */
export const postcode = () => ({ kind: 'postcode' }) as const
/** The same field, but it may be left empty. */
export const optional = <const F extends Field>(field: F) =>
  ({ ...field, optional: true }) as F & { optional: true }
