'use client'

import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type ButtonVariant, buttonClass } from './button-class'

// The panel brings Base UI's dialog: fetched when somebody reaches for it, not with every page.
const loadPanel = () => import('./overlay-panel')
const Panel = lazy(loadPanel)

// The palette is heard for here, once, because each page has little room for scripts; itself it is fetched when asked for.
const PALETTE = '[data-palette]'
const reach = (event: Event & { key?: string; ctrlKey?: boolean; metaKey?: boolean }) => {
  const pressed = event.ctrlKey || event.metaKey
  const asked = event.key
    ? pressed && event.key === 'k' && document.querySelector(PALETTE)
    : !pressed && (event.target as Element).closest(PALETTE)
  if (!asked) return
  event.preventDefault()
  import('./palette').then(({ openPalette }) => openPalette())
}
for (const type of ['click', 'keydown']) globalThis.document?.addEventListener(type, reach)

export type OverlayProps = {
  /** What the button that opens it says. */
  label: ReactNode
  title: ReactNode
  closeLabel: string
  children: ReactNode
  icon?: ReactNode
  variant?: ButtonVariant
}

type Props = OverlayProps & {
  shape: 'drawer' | 'dialog'
  danger?: boolean
  /** Where there is room the page beside it stays in use. */
  beside?: boolean
  /** A key that opens and closes it, outside fields. */
  hotkey?: string
}

const ROOM_BESIDE = '(width >= 80rem)'

/** The same overlay can stand in two places of the frame: the one that is shown answers, from the moment that it is seen. */
function useHotkey(hotkey: string | undefined, shown: () => boolean | undefined, press: () => void) {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
      const typing = (event.target as Element).matches('input,textarea,select,[contenteditable]')
      if (event.key !== hotkey || !plain || typing || !shown()) return
      event.preventDefault()
      press()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

/** Before there are scripts. Whoever is already reading in it keeps it until it is closed. */
function NativeOverlay(props: Props & { onScripts: () => void }) {
  const { shape, label, icon, variant = 'secondary', children, onScripts } = props
  const details = useRef<HTMLDetailsElement>(null)
  const giveWay = () => {
    if (!details.current?.open) onScripts()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the scripts are there
  useEffect(giveWay, [])
  return (
    <details className="ui-overlay-native" ref={details} onToggle={giveWay}>
      <summary className={buttonClass(variant)}>
        {icon}
        {label}
      </summary>
      <div className={shape === 'drawer' ? 'ui-drawer-sheet' : 'ui-dialog-inline'}>{children}</div>
    </details>
  )
}

function ScriptedOverlay({ label, icon, variant = 'secondary', beside, hotkey, ...panel }: Props) {
  const [state, setState] = useState<'unopened' | 'open' | 'closed'>('unopened')
  const [modal, setModal] = useState(true)
  const button = useRef<HTMLButtonElement>(null)
  const open = state === 'open'
  const toggle = () => {
    setModal(!beside || !window.matchMedia(ROOM_BESIDE).matches)
    setState(open ? 'closed' : 'open')
  }
  useHotkey(hotkey, () => button.current?.checkVisibility(), toggle)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={buttonClass(variant)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={toggle}
        onPointerEnter={loadPanel}
        onFocus={loadPanel}
      >
        {icon}
        {label}
      </button>
      {state === 'unopened' ? null : (
        <Suspense>
          <Panel {...panel} open={open} modal={modal} from={button} onClose={() => setState('closed')} />
        </Suspense>
      )}
    </>
  )
}

/** What opens over the page. Without JavaScript it is a native details. */
export function Overlay(props: Props) {
  const [scripted, setScripted] = useState(false)
  if (scripted) return <ScriptedOverlay {...props} />
  return <NativeOverlay {...props} onScripts={() => setScripted(true)} />
}
