import 'server-only'
// A file as it stands on the disk: sealed with a key of its own (AES-256-GCM), which is sealed with FIELD_KEY. It opens
// only as the file it is, of the case it is of: put in another's place it is broken.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { isSealedNow, openKey, sealKey } from '../db/seal'

/** Whose file it is. */
export type Owner = { readonly id: string; readonly caseId: string }

const MARK = Buffer.from('thuistafel file 1\n')
const IV = 12
const TAG = 16

const nameOf = ({ id, caseId }: Owner) => Buffer.from(`${caseId} ${id}`)

const wrapped = (key: string, body: Buffer) => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(key.length)
  return Buffer.concat([MARK, length, Buffer.from(key, 'latin1'), body])
}

function unwrapped(sealed: Buffer): { key: string; body: Buffer } {
  if (!sealed.subarray(0, MARK.length).equals(MARK)) throw new Error('No sealed file')
  const start = MARK.length + 2
  const end = start + sealed.readUInt16BE(MARK.length)
  return { key: sealed.toString('latin1', start, end), body: sealed.subarray(end) }
}

/** Seals these bytes, each time differently. */
export function sealFile(owner: Owner, plain: Uint8Array): Buffer {
  const key = randomBytes(32)
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(nameOf(owner))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return wrapped(sealKey(key), Buffer.concat([iv, cipher.getAuthTag(), body]))
}

/** Opens what `sealFile` made; throws when it was changed, is of another, or its key is not known here. */
export function openFile(owner: Owner, sealed: Buffer): Buffer {
  const { key, body } = unwrapped(sealed)
  const decipher = createDecipheriv('aes-256-gcm', openKey(key), body.subarray(0, IV)).setAAD(nameOf(owner))
  decipher.setAuthTag(body.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(body.subarray(IV + TAG)), decipher.final()])
}

/** The same file under the FIELD_KEY of now; null when it is already. */
export function resealed(sealed: Buffer): Buffer | null {
  const { key, body } = unwrapped(sealed)
  return isSealedNow(key) ? null : wrapped(sealKey(openKey(key)), body)
}
