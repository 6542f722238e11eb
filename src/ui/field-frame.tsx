import type { ReactNode } from 'react'
import { cx } from './cx'
import { ErrorLine } from './error-line'

export type FieldBasics = {
  name: string
  label: ReactNode
  help?: ReactNode
  error?: ReactNode
  /** The text that says it may stay empty, for instance "(niet verplicht)". Absent: required. */
  optional?: string
}

type Described = Pick<FieldBasics, 'name' | 'help' | 'error'> & { count?: boolean }

export function fieldId(name: string): string {
  return `field-${name}`
}

function describedBy({ name, help, error, count }: Described): string | undefined {
  const id = fieldId(name)
  return (
    cx(Boolean(help) && `${id}-help`, Boolean(error) && `${id}-error`, count && `${id}-count`) || undefined
  )
}

/** What a native control needs to belong to its label, help and error. */
export function controlProps(field: Described & { optional?: string }) {
  return {
    id: fieldId(field.name),
    name: field.name,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? (true as const) : undefined,
    'aria-required': field.optional ? undefined : (true as const),
  }
}

function Optional({ text }: { text?: string }) {
  if (!text) return null
  return <span className="ui-optional"> {text.startsWith('(') ? text : `(${text})`}</span>
}

function HelpAndError({ name, help, error }: Described & { help?: ReactNode; error?: ReactNode }) {
  const id = fieldId(name)
  return (
    <>
      {help ? (
        <div className="ui-help" id={`${id}-help`}>
          {help}
        </div>
      ) : null}
      <ErrorLine id={`${id}-error`} error={error} />
    </>
  )
}

/** One control: label above, help, error, then the control. */
export function FieldFrame({ children, ...field }: FieldBasics & { children: ReactNode }) {
  return (
    <div className={cx('ui-field', Boolean(field.error) && 'ui-field-invalid')}>
      <label className="ui-label" htmlFor={fieldId(field.name)}>
        {field.label}
        <Optional text={field.optional} />
      </label>
      <HelpAndError {...field} />
      {children}
    </div>
  )
}

type GroupProps = FieldBasics & { single: boolean; children: ReactNode }

/** Several controls under one question. `single`: one answer (radios), else any number. */
export function GroupFrame({ single, children, ...field }: GroupProps) {
  const radios = single
    ? {
        role: 'radiogroup',
        'aria-required': field.optional ? undefined : true,
        'aria-invalid': field.error ? true : undefined,
      }
    : {}
  return (
    <fieldset
      className={cx('ui-field', Boolean(field.error) && 'ui-field-invalid')}
      aria-describedby={describedBy(field)}
      {...radios}
    >
      <legend className="ui-label">
        {field.label}
        <Optional text={field.optional} />
      </legend>
      <HelpAndError {...field} />
      {children}
    </fieldset>
  )
}
