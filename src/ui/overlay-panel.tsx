'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { buttonClass } from './button-class'
import { WithoutStyles } from './csp'
import { cx } from './cx'

type Props = {
  shape: 'drawer' | 'dialog'
  danger?: boolean
  open: boolean
  /** The page waits; else it stays in use, and only Escape and the button close. */
  modal: boolean
  from: RefObject<HTMLElement | null>
  title: ReactNode
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/** The panel itself. Apart from the button that opens it, so that it can be fetched later. */
export default function OverlayPanel(props: Props) {
  const { shape, danger, open, modal, from, title, closeLabel, onClose, children } = props
  return (
    <WithoutStyles>
      <Dialog.Root
        open={open}
        onOpenChange={(next) => next || onClose()}
        modal={modal}
        disablePointerDismissal={!modal}
      >
        <Dialog.Portal>
          {modal ? <Dialog.Backdrop className="ui-backdrop" /> : null}
          <Dialog.Popup className={cx(`ui-${shape}`, danger && 'ui-overlay-danger')} finalFocus={from}>
            <div className="ui-overlay-head">
              <Dialog.Title className="ui-overlay-title">{title}</Dialog.Title>
              <Dialog.Close className={buttonClass('quiet')} aria-label={closeLabel}>
                <X size={22} aria-hidden />
              </Dialog.Close>
            </div>
            {children}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </WithoutStyles>
  )
}
