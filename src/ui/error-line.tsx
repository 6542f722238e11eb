import type { ReactNode } from 'react'
import { Stroke } from './stroke'

/** What is wrong with an answer, above its control; nothing where nothing is. */
export function ErrorLine({ id, error }: { id: string; error: ReactNode }) {
  if (!error) return null
  return (
    <p className="ui-error" id={id}>
      <Stroke size={18} d="M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M12 8v4M12 16h.01" />
      <span>{error}</span>
    </p>
  )
}
