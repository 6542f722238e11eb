// Seals what is kept on the device, and opens it: AES-GCM, with a key that nobody can take out of the browser's hands.

/** What is sealed: the form as it was sent, and when (milliseconds). */
export type Copy = { readonly at: number; readonly entries: [string, string][] }
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly body: ArrayBuffer }

/** For how long it is kept at most. */
export const MOST_MS = 24 * 60 * 60 * 1000

/** The key, of the bytes (base64) that the website gave: from here on no script can read them. */
export async function keyFrom(text: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  raw.fill(0)
  return key
}

/** Each copy is sealed in its own place: one in the place of another does not open. */
const within = (id: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(id),
})

/** Seals it, each time differently. */
export async function seal(key: CryptoKey, id: string, copy: Copy): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(copy))
  return { iv, body: await crypto.subtle.encrypt(within(id, iv), key, plain) }
}

/** Opens it; null when it is of another session or person, was changed, or is too old. */
export async function unseal(key: CryptoKey, id: string, sealed: Sealed): Promise<Copy | null> {
  try {
    const plain = await crypto.subtle.decrypt(within(id, sealed.iv), key, sealed.body)
    const copy: Copy = JSON.parse(new TextDecoder().decode(plain))
    return Date.now() - copy.at < MOST_MS ? copy : null
  } catch {
    return null
  }
}
