// What to do about each mistake that the check of a covenant file can find.
import type { Mistake } from '../../src/domain/covenant/covenant-file'

const KEYS = 'correct the spelling, or add the organisation under "organisations"'

/** The first pattern that fits says what to do. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/received undefined$/, 'add it'],
  [/^Unrecognized keys?/, 'correct the spelling, or take it out'],
  [/^Invalid (option|discriminator value)/, 'choose one of these'],
  [/^Invalid email/, 'write an address like "privacy@emmen.example"'],
  [/ISO date/, 'write the day like 2027-01-31'],
  [/^a key has/, 'write it like "leger-des-heils"'],
  [/^a prefix has/, 'write it like "ZOD"'],
  [/no visit ever comes$/, 'let "everyDays" of at least one period be no more than its "untilDay"'],
  [/^Too small/, 'give more'],
  [/^Too big/, 'give less'],
  [/^Invalid input/, 'write it as it says'],
  [/is used twice$/, 'give each organisation a key of its own, or take one of the two out'],
  [/stands here twice$/, 'take one of the two out'],
  [/ends before it begins$/, 'give a last day after the first, or null when there is none'],
  [/is not one of the parties$/, 'add it under "parties", or take it out here'],
  [/^no organisation has/, KEYS],
  [/not a gemeente$/, 'name a gemeente here'],
  [/no gemeente among them$/, 'add at least one with the kind "gemeente"'],
  [/cannot act for itself$/, 'take this mandate out'],
  [/two organisations would act/, 'let one organisation act for it'],
  [/^no (corporatie|gemeente) has/, 'name an organisation of this file that is one'],
  [/is no origin of this covenant$/, 'choose one of "origins", or leave it out for all of them'],
  [/^a maximum carries/, 'take "carryOver" out, or agree a number'],
  [/last day is before/, 'give a last day that is not before the first'],
  [/^counts the same homes/, 'let the two differ in corporation, municipality, origin or days'],
  [/^there is no step/, 'choose a step of docs/process.md'],
]

/** The same place, in the words for nothing at all, which "received undefined" is not. */
const plain = (wrong: string) => (wrong.endsWith('received undefined') ? 'is missing' : wrong)

export const withAdvice = ({ at, wrong }: Mistake) => ({
  at,
  wrong: plain(wrong),
  todo: ADVICE.find(([pattern]) => pattern.test(wrong))?.[1] ?? 'compare it with prisma/data/covenants',
})
