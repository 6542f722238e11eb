// Keeps a form while it is filled in: a second and a half after a key, on leaving a field, and when the page goes away.
// Fetched after the page is there, so that it costs nobody time.
import { paths } from '@/paths'
import { FORM_MAX, own } from '../form-state'
import type { Device } from './on-device'
import { sizeOf } from './sending'

export type KeepingTexts = { saving: string; offline: string; offlineKept: string; tooMuch: string }

const EVERY = 1500
const SOON = 500
const AGAIN = 3000
const SLOWEST = 10_000
const SIGNED_OUT_AGAIN = 15_000

/** Whether something stands in the form that it did not begin with: typed before this was here. */
const begun = (form: HTMLFormElement) =>
  ([...form.elements] as HTMLInputElement[]).some(({ type, value, defaultValue, checked, defaultChecked }) =>
    /radio|checkbox/.test(type)
      ? checked !== defaultChecked
      : defaultValue !== undefined && type !== 'hidden' && value !== defaultValue,
  )

/** Where it is said how the keeping goes: to be seen, and only where that changes, to be heard. */
type Said = { shown: HTMLElement; aloud: HTMLElement }

/** Keeps one form. Counts what is typed, so that what is kept can never be taken for what was typed since. */
export class Keeper {
  private seq = 0
  private typed = 0
  private kept = 0
  private handed = 0
  /** How much of it stands on the device: less than is typed, or nothing. */
  private shelved = 0
  /** How much was typed when the form was sent and did not arrive; null where it is not to be sent again. */
  private waits: number | null = null
  private how = ''
  private timer: ReturnType<typeof setTimeout> | undefined
  private busy = false
  private leaving = new AbortController()

  constructor(
    private form: HTMLFormElement,
    private said: Said,
    private texts: KeepingTexts,
    private device: Device,
  ) {
    const on = (target: EventTarget, name: string, listener: (event: Event) => unknown) =>
      target.addEventListener(name, listener, { signal: this.leaving.signal })
    on(form, 'input', () => this.touch())
    on(form, 'focusout', () => this.save())
    on(document, 'submit', ({ target }) => {
      // Thrown away, or brought back: what stands here now is not kept over it.
      if (!(target as HTMLElement).matches('[data-draft]')) return
      this.kept = this.typed
      void this.device.current?.clear()
    })
    on(document, 'visibilitychange', () =>
      document.visibilityState === 'hidden' ? this.hand() : this.save(),
    )
    on(window, 'pagehide', () => this.hand())
    on(window, 'online', () => this.save())
    if (begun(form)) this.touch()
    this.goOn()
  }

  /** An answer came, or none, and the form is still there: what was typed last is kept after all, and it may be sent again. */
  goOn() {
    this.waits = this.form.dataset.waits === undefined ? null : this.typed
    if (this.form.dataset.putBack !== undefined) this.touch()
    if (this.waits === null) this.save()
    else this.later(AGAIN)
  }

  stop() {
    this.hand()
    this.leaving.abort()
    clearTimeout(this.timer)
  }

  private touch() {
    this.typed++
    this.later(EVERY)
  }

  private later(ms: number) {
    this.timer ??= setTimeout(() => this.save(), ms)
  }

  private body() {
    const holds = new FormData(this.form)
    // A file is not typed: it goes with the step, or not at all.
    for (const [name, value] of [...holds]) if (typeof value !== 'string') holds.delete(name)
    holds.append('seq', String(++this.seq))
    if (this.waits !== null) holds.append(own.again, 'yes')
    return holds
  }

  private say(text: string, how: string) {
    this.said.shown.textContent = text
    if (how !== this.how) this.said.aloud.textContent = text
    this.how = how
  }

  private async save() {
    clearTimeout(this.timer)
    this.timer = undefined
    const idle = this.kept === this.typed && this.waits === null
    if (this.leaving.signal.aborted || idle) return
    const shelving = this.shelve()
    if (this.busy) return
    this.busy = true
    try {
      await this.post(this.typed)
    } catch {
      if (await shelving) this.say(this.texts.offlineKept, 'kept here')
      else this.say(this.texts.offline, 'offline')
      this.later(AGAIN)
    }
    this.busy = false
  }

  /** Keeps on the device what has not arrived; whether it stands there. */
  private async shelve(): Promise<boolean> {
    const holds = this.typed
    if (this.kept === holds) return false
    if (this.shelved !== holds && (await this.device.current?.put())) this.shelved = holds
    return this.shelved === holds
  }

  /** After an answer: what arrived needs no copy, whoever is signed out has none, and what was forbidden is at an end. */
  private async settle(status: number, allowed: boolean | undefined) {
    const device = this.device.current
    if (!device) return
    if (status === 401 || allowed === false) await device.wipe()
    else if (this.kept === this.typed) await device.clear()
    if (!device.opened && allowed) await device.open()
    if (!device.opened || this.kept === this.typed) this.shelved = 0
  }

  private async post(holds: number) {
    const body = this.body()
    if (sizeOf(body) > FORM_MAX) return this.say(this.texts.tooMuch, 'too much')
    this.said.shown.textContent = this.texts.saving
    const signal = AbortSignal.timeout(SLOWEST)
    const answer = await fetch(paths.drafts, { method: 'POST', body, signal })
    const { status, ok } = answer
    const { said, seq = 0, taken, device } = await answer.json()
    // A number that is behind was overtaken by what this page handed over another way: it goes on from there.
    this.seq = Math.max(this.seq, seq)
    if (taken) this.kept = holds
    this.say(said, String(status))
    await this.settle(status, device).catch(() => null)
    if (status === 401) this.later(SIGNED_OUT_AGAIN)
    else if (ok && this.waits === this.typed) this.sendAgain()
    else if (ok && this.kept !== this.typed) this.later(SOON)
  }

  /** There is a connection: what did not arrive is sent as it was, under the same key. Whoever typed on sends it by hand. */
  private sendAgain() {
    this.waits = null
    const mark = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: own.again,
      value: 'yes',
    })
    this.form.append(mark)
    this.form.requestSubmit()
    mark.remove()
  }

  /** The page goes: no answer can be waited for. What is too large for this is at most as old as the last saving. */
  private hand() {
    void this.shelve()
    if (this.kept === this.typed || this.handed === this.typed) return
    if (navigator.sendBeacon(paths.drafts, this.body())) this.handed = this.typed
  }
}
