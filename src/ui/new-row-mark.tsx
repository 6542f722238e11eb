import type { ReactNode } from 'react'
import { Tag } from './tag'

/** Says that a row came after the page was opened: in sight where NewRows found that out. */
export const NewRowMark = ({ children }: { children: ReactNode }) => (
  <span className="ui-new-row">
    <Tag tone="info">{children}</Tag>
  </span>
)
