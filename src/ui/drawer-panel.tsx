'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { buttonClass } from './button'

type Props = {
  open: boolean
  /** The page waits; else it stays in use, and only Escape and the button close. */
  modal: boolean
  from: RefObject<HTMLElement | null>
  title: ReactNode
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

/** The panel of a drawer. On its own, so that it can be fetched later than the button that opens it. */
export default function DrawerPanel({ open, modal, from, title, closeLabel, onClose, children }: Props) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => next || onClose()}
      modal={modal}
      disablePointerDismissal={!modal}
    >
      <Dialog.Portal>
        {modal ? <Dialog.Backdrop className="ui-backdrop" /> : null}
        <Dialog.Popup className="ui-drawer" finalFocus={from}>
          <div className="ui-drawer-head">
            <Dialog.Title className="ui-dialog-title">{title}</Dialog.Title>
            <Dialog.Close className={buttonClass('quiet')} aria-label={closeLabel}>
              <X size={22} aria-hidden />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
