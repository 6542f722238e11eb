// Keeps on the device what is typed of a visit and has not arrived, where the organisation allows it. Sealed with a key that the
// website gives for this session, and that never stands on the device. Fetched by the form of a visit alone.
import type { RefObject } from 'react'
import { paths } from '@/paths'
import { own } from '../form-state'
import { type Copy, keyFrom, MOST_MS, type Sealed, seal, unseal } from './on-device-seal'

const NAME = 'thuistafel'
const STORE = 'kept'

/** What was found of this form. */
export type Kept = { readonly id: string; readonly at: number; readonly form: FormData }

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** What a form says of itself is no answer. */
const answersIn = (entries: Iterable<[string, unknown]>) =>
  JSON.stringify([...entries].filter(([name]) => !ownNames.includes(name) && !name.startsWith('$')))
const ownNames: readonly string[] = Object.values(own)

const whose = (of: (name: string) => unknown) =>
  JSON.stringify([of(own.step), of(own.subject), of(own.about)].map(String))

/** What the website says; null where it gives no key to this person. A website that is away says nothing. */
async function ask(form: FormData): Promise<{ key?: string; arrived?: boolean } | null> {
  const answer = await fetch(paths.device, {
    method: 'POST',
    body: form,
    signal: AbortSignal.timeout(10_000),
  })
  if (answer.status === 401 || answer.status === 403) return null
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** The copy of one form, for as long as its page is there. */
export class OnDevice {
  private key: CryptoKey | null = null
  private db: IDBDatabase | null = null
  private id: string = crypto.randomUUID()
  /** Nothing is kept by this page any more: it was sent, or whoever typed it leaves. */
  private over = false
  private last: Promise<unknown> = Promise.resolve()
  private expiry: ReturnType<typeof setTimeout> | undefined
  private leaving = new AbortController()

  constructor(private form: HTMLFormElement) {
    const listen = (event: Event) => {
      // Whoever signs out takes it along, before the page that says goodbye is asked for.
      if ((event.target as HTMLElement).matches('[data-leaves]')) this.end()
    }
    document.addEventListener('submit', listen, { signal: this.leaving.signal, capture: true })
  }

  /** Whether it can keep: it has a key. */
  get opened() {
    return this.key !== null && !this.over
  }

  /** Gets the key and looks for what was kept of this form. Not allowed, or nobody signed in: everything is thrown away. */
  open(): Promise<Kept | null> {
    const opening = this.unlock()
    // What is typed meanwhile is kept as soon as there is a key.
    this.last = opening.catch(() => null)
    return opening
  }

  private async unlock(): Promise<Kept | null> {
    if (this.over || this.key) return null
    const answer = await ask(new FormData())
    if (!answer?.key) {
      await this.wipe()
      return null
    }
    const key = await keyFrom(answer.key)
    const opening = indexedDB.open(NAME, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    this.db = await done(opening)
    // Thrown away by another tab, or by the browser because we asked for that: then this page has nothing to keep with either.
    this.db.onversionchange = this.db.onclose = () => this.forget()
    this.key = key
    return this.find(key)
  }

  /** Keeps the form as it stands, in place of what was kept of it before. One after the other, and nothing after the end. */
  put(): Promise<boolean> {
    const entries = [...new FormData(this.form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
    )
    return this.next(() => this.write({ at: Date.now(), entries }))
  }

  /** It arrived, or it was thrown away. */
  clear(): Promise<boolean> {
    clearTimeout(this.expiry)
    return this.next(async () => (await this.each((store) => store.delete(this.id))) !== null)
  }

  /** It was sent: this page keeps nothing any more. */
  async sent() {
    await this.clear()
    this.stop()
  }

  /** Goes on with what was found, in its own place. */
  adopt({ id }: Kept) {
    this.id = id
  }

  /** Throws away what was found. */
  drop({ id }: Kept) {
    return this.next(async () => (await this.each((store) => store.delete(id))) !== null)
  }

  /** To the first question, from what is answered and goes. */
  focus() {
    this.form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  }

  /** Throws away everything that is kept, and the key with it. */
  async wipe() {
    this.forget()
    await done(indexedDB.deleteDatabase(NAME)).catch(() => null)
  }

  stop() {
    this.over = true
    this.forget()
    this.leaving.abort()
  }

  private end() {
    this.stop()
    void this.wipe()
  }

  private forget() {
    clearTimeout(this.expiry)
    this.key = null
    this.db?.close()
    this.db = null
  }

  private next(work: () => Promise<boolean>): Promise<boolean> {
    const turn = this.last.then(work).catch(() => false)
    this.last = turn
    return turn
  }

  private each<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> | null {
    return this.db && done(work(this.db.transaction(STORE, 'readwrite').objectStore(STORE)))
  }

  private async write(copy: Copy): Promise<boolean> {
    if (!this.opened || !this.key) return false
    const sealed = await seal(this.key, this.id, copy)
    const kept = await this.each((store) => store.put(sealed, this.id))
    clearTimeout(this.expiry)
    this.expiry = setTimeout(() => this.clear(), MOST_MS)
    return kept !== null
  }

  private async read(key: CryptoKey, id: string): Promise<Copy | null> {
    const sealed: Sealed | null = await this.each((store) => store.get(id))
    return sealed && unseal(key, id, sealed)
  }

  /** The newest copy of this form. What does not open with this key, is too old, has arrived or stands in the form is thrown away. */
  private async find(key: CryptoKey): Promise<Kept | null> {
    const shown = new FormData(this.form)
    const mine = whose((name) => shown.get(name))
    let newest: Kept | null = null
    for (const id of ((await this.each((store) => store.getAllKeys())) ?? []) as string[]) {
      const copy = await this.read(key, id)
      if (!copy || answersIn(copy.entries) === answersIn(shown) || (await this.arrived(copy))) {
        await this.each((store) => store.delete(id))
        continue
      }
      const form = new FormData()
      for (const [name, value] of copy.entries) form.append(name, value)
      if (whose((name) => form.get(name)) === mine && copy.at > (newest?.at ?? 0))
        newest = { id, at: copy.at, form }
    }
    return newest
  }

  /** Whether the form was sent after all: its answer was lost on the way. */
  private async arrived({ entries }: Copy): Promise<boolean> {
    const asked = new FormData()
    asked.append('key', new Map(entries).get(own.key) ?? '')
    return (await ask(asked).catch(() => null))?.arrived ?? false
  }
}

/** What keeps a form on the device; null where nothing does. */
export type Device = RefObject<OnDevice | null>
