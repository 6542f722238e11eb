'use client'
import { type RuleLine, RuleList } from './rule-list'

/** There are hundreds of rules on a page of candidates: the browser gets the words alone, and makes the rest of them. */
export function RuleLines({ lines }: { lines: readonly RuleLine[] }) {
  return <RuleList lines={lines} />
}
