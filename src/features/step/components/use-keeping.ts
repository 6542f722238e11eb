import { type RefObject, useEffect, useRef } from 'react'
import type { Keeper, KeepingTexts } from './keeping'
import type { Device } from './on-device'

type Kept = { attempt: number; texts: KeepingTexts; device: Device }

/** Keeps what is typed, from when somebody is at work in the form until it is sent; what does that is fetched only then. */
export function useKeeping(
  form: RefObject<HTMLFormElement | null>,
  asks: boolean,
  { attempt, texts, device }: Kept,
) {
  const said = useRef<HTMLDivElement>(null)
  const keeper = useRef<Keeper>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts stay as they are while the form is there
  useEffect(() => {
    let over = !asks
    const begin = async () => {
      const { Keeper } = await import('./keeping')
      const [shown, aloud] = [...(said.current?.children ?? [])] as HTMLElement[]
      if (!over && form.current && shown && aloud)
        keeper.current = new Keeper(form.current, { shown, aloud }, texts, device)
    }
    let begun = false
    const tries = (): unknown => over || begin().catch(() => setTimeout(tries, 3000))
    const once = () => {
      if (!begun) tries()
      begun = true
    }
    // What stays to listen after the end does nothing any more.
    form.current?.addEventListener('focusin', once)
    form.current?.addEventListener('input', once)
    if (form.current?.contains(document.activeElement)) once()
    return () => {
      over = true
      keeper.current?.stop()
      keeper.current = undefined
    }
  }, [asks])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt that came back is one to go on after
  useEffect(() => keeper.current?.goOn(), [attempt])
  return said
}
