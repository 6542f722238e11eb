import type { ReactNode } from 'react'
import { fieldId } from './field-frame'

type Props = { name: string; label: ReactNode; defaultValue: string; children: ReactNode }

/** One line to look for something, with its button beside it. Nothing of it is kept by the browser. */
export function SearchField({ name, label, defaultValue, children }: Props) {
  return (
    <div>
      <label className="ui-label" htmlFor={fieldId(name)}>
        {label}
      </label>
      <div className="ui-search-row">
        <input
          className="ui-control"
          id={fieldId(name)}
          name={name}
          type="search"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          defaultValue={defaultValue}
        />
        {children}
      </div>
    </div>
  )
}
