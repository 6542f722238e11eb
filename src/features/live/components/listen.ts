// The browser's end of the line of an open page.

/** A refusal may be over after so many milliseconds at most. */
const LATER = 30_000
/** Who did not answer is asked again after so many milliseconds. */
const AGAIN = 2_000

/** How the website answers: 503 where nobody does, as while it starts again behind a proxy. */
const statusOf = async (at: string) =>
  (await fetch(at, { method: 'HEAD' }).catch(() => ({ status: 503 }))).status

/**
 * Looks as soon as the website answers: a page that is fetched where nobody does makes place for the browser's own page of
 * errors, and never comes back by itself. Returns what stops it.
 */
export function whenAnswered(at: string, look: () => void) {
  let timer = 0
  let over = false
  const ask = async () => {
    const status = await statusOf(at)
    if (over) return
    if (status < 500) look()
    else timer = window.setTimeout(ask, AGAIN)
  }
  ask()
  return () => {
    over = true
    clearTimeout(timer)
  }
}

/** What is used here of the browser's event before it goes to another document; some browsers have none yet. */
type Going = Event & {
  readonly navigationType: string
  readonly userInitiated: boolean
  readonly formData: FormData | null
  readonly destination: { readonly url: string; readonly sameDocument: boolean }
}

/**
 * Where a page asks for itself and nobody answers, the router loads it as a whole: held back until somebody does, so that what
 * stands there stays until then. Returns what stops it.
 */
export function stayWhileGone(at: string) {
  const browser: EventTarget | undefined = Reflect.get(window, 'navigation')
  let stopAsking = () => {}
  const hold = (event: Event) => {
    const { navigationType, userInitiated, formData, destination } = event as Going
    const itself = !destination.sameDocument && destination.url === location.href
    if (!itself || userInitiated || formData || navigationType === 'reload' || !event.cancelable) return
    event.preventDefault()
    stopAsking()
    stopAsking = whenAnswered(at, () => location.reload())
  }
  browser?.addEventListener('navigate', hold)
  return () => {
    browser?.removeEventListener('navigate', hold)
    stopAsking()
  }
}

/** A pause of at most so many milliseconds, one at a time, and what comes after it. */
function pauseBefore(then: () => void) {
  let timer = 0
  const end = () => {
    clearTimeout(timer)
    timer = 0
  }
  const begin = (most: number) => {
    end()
    timer = window.setTimeout(then, most * Math.random())
    return timer
  }
  return { begin, end, is: (one: number) => one === timer }
}

/**
 * Listens at this address for the page at `path`, as long as somebody can see it. `version` is what the page shows; what has
 * none can be compared by nobody, and hears that it may have missed something when the line was down. Returns what stops it.
 */
export function listen(
  at: string,
  path: string,
  version: () => string | undefined,
  hear: (word: string) => unknown,
) {
  let line: EventSource | undefined
  let listened = false
  const pause = pauseBefore(() => open())
  const close = () => {
    pause.end()
    line?.close()
  }
  const open = () => {
    close()
    if (document.hidden) return
    line = new EventSource(`${at}?version=${version()}&path=${path}`)
    line.onmessage = ({ data }) => hear(data)
    line.onopen = () => {
      if (listened && !version()) hear('missed')
      listened = true
    }
    // It does not say why it was refused: who is out must go, who is one too many stays.
    line.onerror = async () => {
      if (line?.readyState !== 2) return
      const later = pause.begin(LATER)
      const status = await statusOf(at)
      // That was no refusal, and is soon over.
      if (status >= 500 && pause.is(later)) pause.begin(AGAIN)
      if (status === 410) hear('ended')
      if (status === 401) hear('over')
    }
  }
  open()
  document.addEventListener('visibilitychange', open)
  return () => {
    close()
    document.removeEventListener('visibilitychange', open)
  }
}
