import type { ReactNode } from 'react'
import { Eye } from './icons'
import { type PartyKind, PartyShape } from './party-shape'

type SectionProps = {
  title: ReactNode
  id?: string
  aside?: ReactNode
  /** 3 where it stands under a heading of its own. */
  level?: 2 | 3
  children: ReactNode
}

/** A group of things that belong together, with its own heading. */
export function Section({ title, id, aside, level = 2, children }: SectionProps) {
  return (
    <section className="ui-section" id={id}>
      <header>
        {level === 2 ? <h2>{title}</h2> : <h3 className="text-lg">{title}</h3>}
        {aside ? <div className="text-sm text-soft">{aside}</div> : null}
      </header>
      <div>{children}</div>
    </section>
  )
}

type AudienceProps = { label: string; parties: { kind: PartyKind; label: string }[] }

/** Who sees this: a line of shapes and names. */
export function Audience({ label, parties }: AudienceProps) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
      <span className="inline-flex items-center gap-1.5">
        <Eye size={16} aria-hidden />
        {label}
      </span>
      {parties.map((party) => (
        <PartyShape key={`${party.kind}-${party.label}`} kind={party.kind} label={party.label} />
      ))}
    </p>
  )
}
