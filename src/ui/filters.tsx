import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { Button } from './button'
import { SelectList } from './choice-field'
import { fieldId } from './field-frame'
import { SlidersHorizontal, X } from './icons'

export type Chip = {
  key: string
  label: ReactNode
  /** Where the list is with this filter added, or taken away. */
  href: string
  on: boolean
}

type ChipsProps = {
  label: string
  items: Chip[]
  /** Said of a filter that is on, after its name. */
  removes: string
  clear?: { href: string; label: ReactNode }
}

/** Filters as links: those that are on take themselves away, the others add themselves. */
export function FilterChips({ label, items, removes, clear }: ChipsProps) {
  if (items.length === 0) return null
  return (
    <ul className="ui-chips" aria-label={label}>
      {items.map((chip) => (
        <li key={chip.key}>
          <AppLink className={chip.on ? 'ui-chip ui-chip-on' : 'ui-chip'} href={chip.href}>
            <span>{chip.label}</span>
            {chip.on ? (
              <>
                <span className="sr-only">{removes}</span>
                <X size={16} aria-hidden />
              </>
            ) : null}
          </AppLink>
        </li>
      ))}
      {clear && items.some((chip) => chip.on) ? (
        <li>
          <AppLink className="ui-chip-clear" href={clear.href}>
            {clear.label}
          </AppLink>
        </li>
      ) : null}
    </ul>
  )
}

type FormProps = {
  action: string
  summary: ReactNode
  submit: ReactNode
  /** What stands besides the fields: kept as it is. */
  kept: Readonly<Record<string, string>>
  /** What else can be asked, in a form of its own. */
  after?: ReactNode
  children: ReactNode
}

/** A form that only asks: its answers stand in the address, so it works as a link does. */
export function FilterForm({ action, summary, submit, kept, after, children }: FormProps) {
  return (
    <details className="ui-filters">
      <summary>
        <SlidersHorizontal size={18} aria-hidden />
        {summary}
      </summary>
      <form method="get" action={action}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="ui-filters-fields">{children}</div>
        <Button type="submit">{submit}</Button>
      </form>
      {after}
    </details>
  )
}

type SelectProps = {
  name: string
  label: string
  value: string
  /** What is shown when nothing is chosen. */
  all: string
  options: readonly { value: string; label: string }[]
}

/** One choice of a filter; none means all. */
export function FilterSelect({ name, label, value, all, options }: SelectProps) {
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={fieldId(name)}>
        {label}
      </label>
      <SelectList control={{ id: fieldId(name), name }} value={value} empty={all} options={options} />
    </div>
  )
}

/** A day of a filter, by the browser's own control: what stands in the address is a day and nothing else. */
export function FilterDay({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={fieldId(name)}>
        {label}
      </label>
      <div className="ui-control-row">
        <input className="ui-control" id={fieldId(name)} name={name} type="date" defaultValue={value} />
      </div>
    </div>
  )
}

type TicksProps = {
  name: string
  label: string
  values: readonly string[]
  options: readonly { value: string; label: string }[]
}

/** Several choices of a filter at once. */
export function FilterTicks({ name, label, values, options }: TicksProps) {
  return (
    <fieldset className="ui-field">
      <legend className="ui-label">{label}</legend>
      {options.map((option) => (
        <div className="ui-option" key={option.value}>
          <input
            className="ui-tick"
            id={`${fieldId(name)}-${option.value}`}
            type="checkbox"
            name={name}
            value={option.value}
            defaultChecked={values.includes(option.value)}
          />
          <label className="ui-option-label" htmlFor={`${fieldId(name)}-${option.value}`}>
            {option.label}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
