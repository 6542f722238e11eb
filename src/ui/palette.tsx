'use client'
// The command palette: a dialog with one field and what fits it. Fetched on first use; it stands beside the page, in a root of its own.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { buttonClass } from './button-class'

type Item = { key: string; title: string; detail: string; href?: string }
type Group = { key: string; label: string; lines: Item[] }
type Answer = { said: string; groups: Group[] }
type Texts = { label: string; hint: string; failed: string; close: string }

/** In milliseconds: nobody types a letter and means it. */
const PAUSE = 120

const ask = async (at: string, typed: string, signal: AbortSignal): Promise<Answer | null> => {
  const body = new FormData()
  body.set('typed', typed)
  body.set('path', location.pathname)
  const answer = await fetch(at, { method: 'POST', body, signal })
  return answer.ok ? ((await answer.json()) as Answer) : null
}

/** What fits what is typed; an older question is broken off. */
function useAnswer(at: string, typed: string, failed: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ said: '', groups: [] })
  useEffect(() => {
    const broken = new AbortController()
    const timer = setTimeout(
      () =>
        ask(at, typed, broken.signal)
          .then((found) => setAnswer(found ?? { said: failed, groups: [] }))
          .catch(() => broken.signal.aborted || setAnswer({ said: failed, groups: [] })),
      typed ? PAUSE : 0,
    )
    return () => {
      clearTimeout(timer)
      broken.abort()
    }
  }, [at, typed, failed])
  return answer
}

type ListProps = { id: string; label: string; groups: readonly Group[]; current: Item | undefined }

const List = ({ id, label, groups, current }: ListProps) => (
  <div role="listbox" id={id} aria-label={label}>
    {groups.map((group) => (
      // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox; there is no element for it
      <div role="group" key={group.key} aria-label={group.label}>
        <p aria-hidden className="ui-palette-group">
          {group.label}
        </p>
        {group.lines.map((item) => (
          <a
            role="option"
            key={item.key}
            id={`${id}-${item.key}`}
            href={item.href}
            tabIndex={-1}
            aria-selected={item === current}
            className="ui-palette-item"
          >
            <span dir="auto">{item.title}</span>
            <span className="ui-num text-soft">{item.detail}</span>
          </a>
        ))}
      </div>
    ))}
  </div>
)

/** Which of the items is the one that Enter goes to; the arrows go round. */
function useChoice(items: readonly Item[]) {
  const [place, setPlace] = useState(0)
  const current = items[Math.min(place, items.length - 1)]
  const go = (by: number) => items.length && setPlace((place + by + items.length) % items.length)
  const onKey = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(1),
      ArrowUp: () => go(-1),
      Enter: () => current?.href && location.assign(current.href),
    }
    const move = moves[event.key]
    if (!move || event.nativeEvent.isComposing) return
    event.preventDefault()
    move()
  }
  return { current, onKey, begin: () => setPlace(0) }
}

type FieldProps = {
  id: string
  label: string
  current: Item | undefined
  onType: (typed: string) => void
  onKey: (event: KeyboardEvent) => void
}

const Field = ({ id, label, current, onType, onKey }: FieldProps) => (
  <input
    className="ui-control"
    type="text"
    role="combobox"
    aria-label={label}
    aria-expanded={!!current}
    aria-controls={id}
    aria-autocomplete="list"
    aria-activedescendant={current && `${id}-${current.key}`}
    aria-describedby={`${id}-hint`}
    autoComplete="off"
    spellCheck={false}
    maxLength={200}
    dir="auto"
    onChange={(event) => onType(event.target.value)}
    onKeyDown={onKey}
  />
)

function Palette({ at, texts, onClose }: { at: string; texts: Texts; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { said, groups } = useAnswer(at, typed, texts.failed)
  const { current, onKey, begin } = useChoice(groups.flatMap(({ lines }) => lines))
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (current) document.getElementById(`${id}-${current.key}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, current])
  const onType = (next: string) => {
    setTyped(next)
    begin()
  }
  return (
    <dialog ref={dialog} className="ui-palette" aria-label={texts.label} onClose={onClose}>
      <div className="ui-palette-head">
        <Field id={id} label={texts.label} current={current} onType={onType} onKey={onKey} />
        <button type="button" className={buttonClass('quiet')} onClick={() => dialog.current?.close()}>
          {texts.close}
        </button>
      </div>
      <p id={`${id}-hint`} className="ui-palette-keys text-sm text-soft">
        {texts.hint}
      </p>
      <p role="status" className={current ? 'sr-only' : 'mt-3 font-semibold'}>
        {said}
      </p>
      <List id={id} label={texts.label} groups={groups} current={current} />
    </dialog>
  )
}

let open = false

/** Opens it; what has focus now gets it back. The button that is shown says where to ask and in which words. */
export function openPalette() {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-palette]')]
  const from = buttons.find((one) => one.checkVisibility()) ?? buttons[0]
  if (open || !from) return
  open = true
  const [before, box] = [document.activeElement, document.createElement('div')]
  document.body.append(box)
  const root = createRoot(box)
  const close = () => {
    open = false
    root.unmount()
    box.remove()
    const back = before instanceof HTMLElement && before !== document.body ? before : from
    back.focus()
  }
  const texts = JSON.parse(from.dataset.palette ?? '{}') as Texts & { at: string }
  root.render(<Palette at={texts.at} texts={texts} onClose={close} />)
}
