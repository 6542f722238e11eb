import type { ReactNode } from 'react'
import { LinkButton } from './button'
import { ArrowRight, Lock } from './icons'

export type NextStep = {
  key: string
  label: ReactNode
  href?: string
  /** Why it cannot be done now. */
  reason?: ReactNode
  danger?: boolean
  /** What is waited for now. */
  main?: boolean
}

function OpenStep({ step, href }: { step: NextStep; href: string }) {
  const variant = step.danger ? 'danger' : step.main ? 'primary' : 'secondary'
  return (
    <LinkButton href={href} variant={variant} className="ui-step">
      <span>{step.label}</span>
      <ArrowRight size={18} aria-hidden />
    </LinkButton>
  )
}

function BlockedStep({ step }: { step: NextStep }) {
  return (
    <div className="ui-step-blocked">
      <Lock size={16} aria-hidden />
      <div>
        <p>{step.label}</p>
        {step.reason ? <p className="text-sm">{step.reason}</p> : null}
      </div>
    </div>
  )
}

/** What can be done from here: open steps are buttons, the main one stands out; blocked ones say why; the grave last. */
export function StepList({ items, emptyText }: { items: NextStep[]; emptyText: ReactNode }) {
  if (items.length === 0) return <p className="text-soft">{emptyText}</p>
  const grave = (item: NextStep) => item.danger === true && item.href !== undefined
  return (
    <ul className="ui-steps">
      {[...items.filter((item) => !grave(item)), ...items.filter(grave)].map((item) => (
        <li key={item.key} className={grave(item) ? 'ui-step-grave' : undefined}>
          {item.href ? <OpenStep step={item} href={item.href} /> : <BlockedStep step={item} />}
        </li>
      ))}
    </ul>
  )
}
