import type { ReactNode } from 'react'

/** No line breaks inside a day (8 december 2026), nor between a street and its number or in a postcode (Dorpsstraat 4, 7811 XQ). */
export function glued(text: ReactNode): ReactNode {
  if (typeof text !== 'string') return text
  return text
    .replace(/\b(\d{1,2}) (\p{L}+) (\d{4})\b/gu, '$1\u00a0$2\u00a0$3')
    .replace(/ (\d[^,]{0,7}), (\d{4}) ([A-Z]{2})$/, '\u00a0$1, $2\u00a0$3')
}
