import { Tag, type TagTone } from '@/ui/tag'

/** A rule with its verdict: how it looks, its name and what it says. */
export type RuleLine = readonly [tone: TagTone, name: string, says: string]

/** Rules one below the other. */
export function RuleList({ lines }: { lines: readonly RuleLine[] }) {
  return (
    <ul className="grid gap-2">
      {lines.map(([tone, name, says]) => (
        <li key={name} className="flex flex-wrap items-center gap-2">
          <Tag tone={tone}>{name}</Tag>
          <span>{says}</span>
        </li>
      ))}
    </ul>
  )
}
