import type { Icon } from './icon'
import { Check, Circle, CircleAlert, Clock, Info, Lock } from './icons'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'confidential'

const ICONS: Record<Tone, Icon> = {
  neutral: Circle,
  info: Info,
  success: Check,
  warning: Clock,
  danger: CircleAlert,
  confidential: Lock,
}

/** The shape that goes with a tone, so that colour is never alone. */
export function ToneIcon({ tone, size }: { tone: Tone; size: number }) {
  const Shape = ICONS[tone]
  return <Shape size={size} strokeWidth={2.25} aria-hidden />
}
