import type { ReactNode } from 'react'
import { Monitor, Moon, Rows2, Rows4, Sun } from './icons'

type FormAction = string | ((data: FormData) => void | Promise<void>)
type Segment = { value: string; label: string; icon: ReactNode }
type SegmentsProps = {
  legend: string
  name: string
  current: string
  segments: Segment[]
  action: FormAction
}

/** A form of its own: one press on a button sends the choice. */
function Segments({ legend, name, current, segments, action }: SegmentsProps) {
  return (
    <form action={action} method={typeof action === 'string' ? 'post' : undefined}>
      <fieldset>
        <legend className="mb-1 text-sm text-soft">{legend}</legend>
        <div className="ui-segments">
          {segments.map((segment) => (
            <button
              key={segment.value}
              type="submit"
              name={name}
              value={segment.value}
              aria-pressed={current === segment.value}
            >
              {segment.icon}
              {segment.label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}

type Theme = 'light' | 'dark' | 'system'

type ThemeProps = {
  current: Theme
  labels: { legend: string; light: string; dark: string; system: string }
  action: FormAction
}

/** Posts `theme`: light, dark or system. */
export function ThemeSwitch({ current, labels, action }: ThemeProps) {
  const segments = [
    { value: 'light', label: labels.light, icon: <Sun size={16} aria-hidden /> },
    { value: 'dark', label: labels.dark, icon: <Moon size={16} aria-hidden /> },
    { value: 'system', label: labels.system, icon: <Monitor size={16} aria-hidden /> },
  ]
  return (
    <Segments legend={labels.legend} name="theme" current={current} segments={segments} action={action} />
  )
}

type Density = 'comfortable' | 'compact'

type DensityProps = {
  current: Density
  labels: { legend: string; comfortable: string; compact: string }
  action: FormAction
}

/** Posts `density`: comfortable or compact. */
export function DensitySwitch({ current, labels, action }: DensityProps) {
  const segments = [
    { value: 'comfortable', label: labels.comfortable, icon: <Rows2 size={16} aria-hidden /> },
    { value: 'compact', label: labels.compact, icon: <Rows4 size={16} aria-hidden /> },
  ]
  return (
    <Segments legend={labels.legend} name="density" current={current} segments={segments} action={action} />
  )
}
