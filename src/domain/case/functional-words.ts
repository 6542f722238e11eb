// Free text that others read: no number of a citizen, and no diagnosis without a second look.
import { isBsn } from '../kernel/input'
import type { Refusal } from '../kernel/step'
import listed from './medical-words.json'

/** Nine digits, also where somebody put spaces, dots or dashes between them. */
const NINE = /(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g

/** Whether a text holds a number that passes the eleven test of a burgerservicenummer (Wet algemene bepalingen bsn). */
const holdsBsn = (text: string) => (text.match(NINE) ?? []).some((found) => isBsn(found.replace(/\D/g, '')))

const words = new Set(listed)

/** The words of a text that name a diagnosis, a treatment or a drug, as they were typed. */
const medicalWords = (text: string): string[] => [
  ...new Set((text.match(/[\p{L}\d-]+/gu) ?? []).filter((word) => words.has(word.toLowerCase()))),
]

/** A text for others to read: refused with a bsn in it, and with words about health until somebody looked again. */
export function wellSaid(field: string, text: string | null, lookedAgain: boolean | null): Refusal | null {
  if (!text) return null
  if (holdsBsn(text)) return { reason: 'bsnInText', field }
  const found = medicalWords(text)
  if (!found.length || lookedAgain) return null
  return { reason: 'medicalWords', field, values: { words: found.join(', ') } }
}
