import type { ReactNode, SelectHTMLAttributes } from 'react'
import { cx } from './cx'
import { ErrorLine } from './error-line'
import { controlProps, type FieldBasics, FieldFrame, fieldId, GroupFrame } from './field-frame'
import { Stroke } from './stroke'

export type ChoiceOption = { value: string; label: string; help?: ReactNode }

type ChoiceProps = FieldBasics & {
  defaultValue?: string
  options: ChoiceOption[]
  /** First line of a long list; among radios it appears only when the answer is optional. */
  emptyLabel?: string
  inline?: boolean
}

type TickProps = {
  kind: 'radio' | 'checkbox'
  name: string
  option: ChoiceOption
  first: boolean
  checked: boolean
  invalid?: boolean
}

/** The first one carries the field's own id, so that an error can link to it. */
function Tick({ kind, name, option, first, checked, invalid }: TickProps) {
  const id = first ? fieldId(name) : `${fieldId(name)}-${option.value}`
  return (
    <div className="ui-option">
      <input
        className="ui-tick"
        id={id}
        type={kind}
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-invalid={invalid || undefined}
        aria-describedby={option.help ? `${id}-about` : undefined}
      />
      <label className="ui-option-label" htmlFor={id}>
        {option.label}
      </label>
      {option.help ? (
        <div className="ui-help" id={`${id}-about`}>
          {option.help}
        </div>
      ) : null}
    </div>
  )
}

type ListProps = {
  /** What ties the list to its label and messages. */
  control: Pick<
    SelectHTMLAttributes<HTMLSelectElement>,
    'id' | 'name' | 'aria-label' | 'aria-describedby' | 'aria-invalid'
  >
  value: string | undefined
  empty: string | undefined
  options: readonly { value: string; label: string }[]
  className?: string
}

/** The list itself, of a field or of a filter. */
export function SelectList({ control, value, empty, options, className }: ListProps) {
  return (
    <div className={cx('ui-control-row', className)}>
      {/* A reset form goes back to what a list was born with: the key makes it anew. */}
      <select key={value} {...control} className="ui-control ui-select" defaultValue={value ?? ''}>
        <option value="">{empty ?? ''}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Stroke className="ui-select-mark" size={20} d="m6 9 6 6 6-6" />
    </div>
  )
}

function Select(props: ChoiceProps) {
  const { name, label, help, error, optional, defaultValue, options, emptyLabel } = props
  return (
    <FieldFrame name={name} label={label} help={help} error={error} optional={optional}>
      <SelectList
        control={controlProps(props)}
        value={defaultValue}
        empty={emptyLabel}
        options={options}
        className="ui-width-medium"
      />
    </FieldFrame>
  )
}

/** One answer: radios up to six, a list above that. */
export function ChoiceField(props: ChoiceProps) {
  if (props.options.length > 6) return <Select {...props} />
  const { name, label, help, error, optional, defaultValue, emptyLabel, inline } = props
  const empty = optional && emptyLabel ? [{ value: '', label: emptyLabel }] : []
  return (
    <GroupFrame single name={name} label={label} help={help} error={error} optional={optional}>
      <div className={cx('ui-options', inline && 'ui-options-inline')}>
        {[...props.options, ...empty].map((option, index) => (
          <Tick
            key={option.value}
            kind="radio"
            name={name}
            option={option}
            first={index === 0}
            checked={defaultValue === option.value}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

type ChoicesProps = FieldBasics & { defaultValue?: string[]; options: ChoiceOption[] }

/** Any number of answers. */
export function ChoicesField({ defaultValue = [], options, ...field }: ChoicesProps) {
  return (
    <GroupFrame single={false} {...field}>
      <div className="ui-options">
        {options.map((option, index) => (
          <Tick
            key={option.value}
            kind="checkbox"
            name={field.name}
            option={option}
            first={index === 0}
            checked={defaultValue.includes(option.value)}
            invalid={Boolean(field.error)}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

type YesNoProps = FieldBasics & { yes: string; no: string; unknown?: string; defaultValue?: string }

/** Values "yes" and "no", and "unknown" where that is an answer too. */
export function YesNoField({ yes, no, unknown, ...field }: YesNoProps) {
  const options = [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ]
  if (unknown) options.push({ value: 'unknown', label: unknown })
  return <ChoiceField inline options={options} {...field} />
}

type CheckProps = Pick<FieldBasics, 'name' | 'label' | 'help' | 'error'> & {
  value?: string
  defaultChecked?: boolean
}

/** A single statement to tick. */
export function CheckField({ value = 'yes', defaultChecked = false, label, ...field }: CheckProps) {
  return (
    <div className={cx('ui-field', Boolean(field.error) && 'ui-field-invalid')}>
      <ErrorLine id={`${fieldId(field.name)}-error`} error={field.error} />
      <div className="ui-option">
        <input
          {...controlProps({ ...field, optional: 'tick' })}
          className="ui-tick"
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked}
        />
        <label className="ui-option-label" htmlFor={fieldId(field.name)}>
          {label}
        </label>
        {field.help ? (
          <div className="ui-help" id={`${fieldId(field.name)}-help`}>
            {field.help}
          </div>
        ) : null}
      </div>
    </div>
  )
}
