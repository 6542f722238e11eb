import type { ReactNode } from 'react'
import { type Tone, ToneIcon } from './tone-icon'

export type TagTone = Tone

type Props = { tone: TagTone; icon?: boolean; children: ReactNode }

/** A status: always a word, with a shape beside it. */
export function Tag({ tone, icon = true, children }: Props) {
  return (
    <span className={`ui-tag ui-tone-${tone}`}>
      {icon ? <ToneIcon tone={tone} size={14} /> : null}
      <span>{children}</span>
    </span>
  )
}
