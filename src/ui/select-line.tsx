import { fieldId } from './field-frame'
import { ChevronDown } from './icons'

type Props = {
  name: string
  label: string
  value: string
  options: readonly { readonly value: string; readonly label: string }[]
}

/** A list beside its label, where many of them stand under each other. Each has an answer already. */
export const SelectLine = ({ name, label, value, options }: Props) => (
  <div className="ui-select-line">
    <label htmlFor={fieldId(name)}>{label}</label>
    <div className="ui-control-row">
      {/* A reset form goes back to what a list was born with: the key makes it anew. */}
      <select
        key={value}
        id={fieldId(name)}
        name={name}
        className="ui-control ui-select"
        defaultValue={value}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className="ui-select-mark" size={20} aria-hidden />
    </div>
  </div>
)
