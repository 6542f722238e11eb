// What a browser keeps of a visit: all of it, as it stands on the disk.
import type { Page } from '@playwright/test'

/** Everything in the own stores of this browser, as text: names, keys and bytes. Empty where there is nothing. */
export const keptIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const plain = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return plain(new Uint8Array(value))
      if (value instanceof Uint8Array) return String.fromCharCode(...value)
      if (typeof value !== 'object' || value === null) return value
      return Object.entries(value).map(([name, inside]) => [name, plain(inside)])
    }
    const all: unknown[] = [...Object.entries({ ...localStorage }), ...Object.entries({ ...sessionStorage })]
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const rows = () => db.transaction(store).objectStore(store)
        const [keys, values] = [await done(rows().getAllKeys()), await done(rows().getAll())]
        all.push(...keys.map((key, n) => [key, plain(values[n])]))
      }
      db.close()
    }
    return all.length ? JSON.stringify(all) : ''
  })

/** The stores that this browser has made for us; asking opens none. */
export const storesIn = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

/** An administrator allows or forbids it for their organisation. */
export async function letKeep(admin: Page, answer: 'toestaan' | 'verbieden') {
  await admin.goto('/organisation/device')
  await admin.getByRole('button', { name: `Bewaren ${answer}` }).click()
  const said = answer === 'toestaan' ? 'Bewaren op het apparaat mag' : 'Bewaren op het apparaat mag niet'
  await admin.getByText(said, { exact: true }).waitFor()
}
