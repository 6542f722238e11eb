// The one way in which a phone number and a postcode are kept and shown, from the many in which they are typed.

/** Area codes of three digits and the numbers that are written like them; all others have four (Nummerplan, ACM). */
const SHORT_AREA = /^0(?:1[035]|2[0346]|3[03568]|4[03568]|5[0358]|7\d|8[24578])/
const NATIONAL = /^0(?!800|90[069])[1-9]\d{8}$/
const SERVICE = /^(0800|090[069])(\d{4}|\d{7})$/
const TOWN_HALL = /^14(0\d{2,3})$/
const ABROAD = /^\+(?!31)[1-9]\d{6,14}$/

/** 123 45 67, 12 34 56 */
const inPairs = (digits: string): string =>
  digits.length % 2
    ? `${digits.slice(0, 3)} ${inPairs(digits.slice(3))}`
    : (digits.match(/\d\d/g) ?? []).join(' ')

/** Reads a phone number: 06 12 34 56 78, 0591 12 34 56, 020 123 45 67; from abroad +49301234567. Null: none. */
export function readPhone(typed: string): string | null {
  if (/[^\d\s()+./-]/.test(typed)) return null
  const bare = typed
    .replace(/\(0\)/, '')
    .replace(/[\s()./-]/g, '')
    .replace(/^00/, '+')
  const number = bare.replace(/^\+31/, '0')
  const service = SERVICE.exec(number)
  const townHall = TOWN_HALL.exec(number)
  if (service) return `${service[1]} ${service[2]?.length === 4 ? service[2] : inPairs(service[2] ?? '')}`
  if (townHall) return `14 ${townHall[1]}`
  if (ABROAD.test(bare)) return bare
  if (!NATIONAL.test(number)) return null
  const area = number.startsWith('06') ? 2 : SHORT_AREA.test(number) ? 3 : 4
  return `${number.slice(0, area)} ${inPairs(number.slice(area))}`
}

/** Reads a Dutch postcode: 7811 AB. Null: none; SA, SD and SS are not given out. */
export function readPostcode(typed: string): string | null {
  const [, digits, letters] = /^\s*([1-9]\d{3})[\s.-]*([a-z]{2})\s*$/i.exec(typed) ?? []
  if (!digits || !letters || /^s[ads]$/i.test(letters)) return null
  return `${digits} ${letters.toUpperCase()}`
}
