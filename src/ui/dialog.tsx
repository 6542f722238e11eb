'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { type ButtonVariant, buttonClass } from './button'
import { cx } from './cx'

type Props = {
  title: ReactNode
  description?: ReactNode
  children: ReactNode
  closeLabel: ReactNode
  /** The text of the button that opens it. Leave it out when `open` is set from outside. */
  trigger?: ReactNode
  triggerVariant?: ButtonVariant
  danger?: boolean
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/** A question over the page. The page behind it waits; Escape and the close button go back. */
export function Dialog(props: Props) {
  const { title, description, children, closeLabel, trigger, triggerVariant = 'secondary', danger } = props
  return (
    <Base.Root open={props.open} onOpenChange={props.onOpenChange}>
      {trigger ? <Base.Trigger className={buttonClass(triggerVariant)}>{trigger}</Base.Trigger> : null}
      <Base.Portal>
        <Base.Backdrop className="ui-backdrop" />
        <Base.Popup className={cx('ui-dialog', danger && 'ui-dialog-danger')}>
          <Base.Title className="ui-dialog-title">{title}</Base.Title>
          {description ? <Base.Description className="mt-2">{description}</Base.Description> : null}
          <div className="mt-4">{children}</div>
          <div className="mt-4 border-t border-line pt-4">
            <Base.Close className={buttonClass('quiet', '-ml-2')}>{closeLabel}</Base.Close>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
