import { Check, Circle, CircleAlert, Clock, Info, Lock, type LucideIcon } from 'lucide-react'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'confidential'

const ICONS: Record<Tone, LucideIcon> = {
  neutral: Circle,
  info: Info,
  success: Check,
  warning: Clock,
  danger: CircleAlert,
  confidential: Lock,
}

/** The shape that goes with a tone, so that colour is never alone. */
export function ToneIcon({ tone, size }: { tone: Tone; size: number }) {
  const Icon = ICONS[tone]
  return <Icon size={size} strokeWidth={2.25} aria-hidden />
}
