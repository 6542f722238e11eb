import 'server-only'
// Numbers that identify a person nationwide are sealed before they are stored (AES-256-GCM), with a key that the database
// does not hold; so are drafts and the keys of files. Beside a sealed number goes its print, a keyed hash: only that can be
// compared.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '../env'

type Key = { readonly name: string; readonly sealing: Buffer; readonly printing: Buffer }

const part = (secret: string, what: string) => Buffer.from(hkdfSync('sha256', secret, 'thuistafel', what, 32))

function keyOf(secret: string): Key {
  const sealing = part(secret, 'sealed field')
  const name = createHash('sha256').update(sealing).digest('hex').slice(0, 8)
  return { name, sealing, printing: part(secret, 'print of a field') }
}

/** The key with which is sealed now, and the one before it, with which only is opened. */
const keys = (): [Key, ...Key[]] => {
  const { FIELD_KEY, FIELD_KEY_OLD, NEXTAUTH_SECRET } = env()
  const now = keyOf(FIELD_KEY ?? NEXTAUTH_SECRET)
  return FIELD_KEY_OLD ? [now, keyOf(FIELD_KEY_OLD)] : [now]
}

const printBy = ({ printing }: Key, plain: string) =>
  createHmac('sha256', printing).update(plain).digest('hex')

/** How a text is recognised without opening it: what each key in use makes of it, the one of now first. */
export const printsOf = (plain: string): string[] => keys().map((key) => printBy(key, plain))

/** Seals a text, each time differently: `key.sealed`. */
export function sealText(plain: string): string {
  const [key] = keys()
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.sealing, iv)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
  return `${key.name}.${sealed}`
}

/** Seals a number with its print: `print:key.sealed`. The database keeps the two apart. */
export const seal = (plain: string) => `${printBy(keys()[0], plain)}:${sealText(plain)}`

/** Opens what was sealed, without its print; throws when it was changed or sealed with a key that is not known. */
export function open(sealed: string): string {
  // What was sealed before keys had names, is opened with the oldest one.
  const [, name, text = sealed] = /^([0-9a-f]{8})\.(.+)$/.exec(sealed) ?? []
  const key = name ? keys().find((k) => k.name === name) : keys().at(-1)
  if (!key) throw new Error('Sealed with a key that is not known here: set FIELD_KEY_OLD')
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key.sealing, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Whether this was sealed with the key of now. */
export const isSealedNow = (sealed: string) => sealed.startsWith(`${keys()[0].name}.`)

/** Seals the key of a file: `key.sealed`, without a print, for nobody looks for it. */
export const sealKey = (key: Buffer) => sealText(key.toString('base64'))

/** Opens what `sealKey` made. */
export const openKey = (sealed: string) => Buffer.from(open(sealed), 'base64')
