import type { HTMLAttributes, HTMLInputTypeAttribute, ReactNode } from 'react'
import { CharacterCount } from './character-count'
import { cx } from './cx'
import { controlProps, type FieldBasics, FieldFrame, fieldId } from './field-frame'

type FieldWidth = 'short' | 'medium' | 'full'

export type TextFieldProps = FieldBasics & {
  defaultValue?: string
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  autoComplete?: string
  multiline?: boolean
  rows?: number
  width?: FieldWidth
  prefix?: ReactNode
  suffix?: ReactNode
  dir?: 'auto' | 'ltr' | 'rtl'
  /** A hint only: the server decides. Shown as a count under a multi-line field. */
  maxLength?: number
  type?: HTMLInputTypeAttribute
  spellCheck?: boolean
}

function widthClass(props: TextFieldProps): string {
  return `ui-width-${props.width ?? (props.multiline ? 'full' : 'medium')}`
}

function TextArea(props: TextFieldProps) {
  const { name, maxLength, defaultValue = '' } = props
  return (
    <>
      <div className={cx('ui-control-row', widthClass(props))}>
        <textarea
          {...controlProps({ ...props, count: maxLength !== undefined })}
          className="ui-control"
          rows={props.rows ?? 4}
          dir={props.dir ?? 'auto'}
          defaultValue={defaultValue}
          autoComplete={props.autoComplete}
          spellCheck={props.spellCheck}
        />
      </div>
      {maxLength === undefined ? null : (
        <CharacterCount fieldId={fieldId(name)} max={maxLength} initial={defaultValue.length} />
      )}
    </>
  )
}

function Line(props: TextFieldProps) {
  return (
    <div className={cx('ui-control-row', widthClass(props))}>
      {props.prefix ? <span className="ui-affix">{props.prefix}</span> : null}
      <input
        {...controlProps(props)}
        className="ui-control"
        type={props.type ?? 'text'}
        dir={props.dir ?? 'auto'}
        defaultValue={props.defaultValue}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        spellCheck={props.spellCheck}
      />
      {props.suffix ? <span className="ui-affix">{props.suffix}</span> : null}
    </div>
  )
}

export function TextField(props: TextFieldProps) {
  const { name, label, help, error, optional } = props
  return (
    <FieldFrame name={name} label={label} help={help} error={error} optional={optional}>
      {props.multiline ? <TextArea {...props} /> : <Line {...props} />}
    </FieldFrame>
  )
}
