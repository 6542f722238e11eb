import type { ReactNode } from 'react'

export type PartyKind = 'square' | 'triangle' | 'circle' | 'diamond'

const PATHS: Record<PartyKind, ReactNode> = {
  square: <rect x="2" y="2" width="12" height="12" />,
  triangle: <path d="M8 1.5 15 14H1z" />,
  circle: <circle cx="8" cy="8" r="6.5" />,
  diamond: <path d="M8 .5 15.5 8 8 15.5.5 8z" />,
}

/** A party is a shape and a name, never a colour. */
export function PartyShape({ kind, label }: { kind: PartyKind; label: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg width="12" height="12" viewBox="0 0 16 16" fill="currentColor" aria-hidden>
        {PATHS[kind]}
      </svg>
      <span>{label}</span>
    </span>
  )
}
