// Checks the file of a chain with nothing but public keys: every record, their order, and every anchor.
// Knows nothing of the product but the form of that file, so that whoever checks can read all of it.
import { createHash, verify } from 'node:crypto'

/** An anchor is made each day; two hours more for a worker that was started anew. */
const FRESH = 26 * 3_600_000
/** Where a record's text holds what the chain hangs by. */
const [PREVIOUS, ORGANISATION, SEQ] = [0, 2, 3]
/** How many places a record has: the first form, and the one that also says what it was for, on which ground and from where. */
const PLACES = [23, 29]
const FORM = 'thuistafel-anchor-1'
const MOST = 20

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

function parsed(line) {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** What the signed text of an anchor says; null when it is no anchor. */
function readStatement(text) {
  const places = parsed(text)
  const [form, organisation, number, seq, hash, at, previous] = Array.isArray(places) ? places : []
  return form === FORM ? { organisation, number, seq, hash, at, previous } : null
}

const isSigned = (text, signature, keys) =>
  keys.some((key) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64')))

/** What was found, and how far the chain was followed. */
export class Check {
  /** What was found wrong, in sentences; the first of them. */
  faults = /** @type {string[]} */ ([])
  faultCount = 0
  records = 0
  anchors = 0
  lines = 0
  /** Up to which record anchors stand, and when the last was made. */
  anchored = 0
  lastAnchor = /** @type {string | null} */ (null)
  organisation = /** @type {string | null} */ (null)
  /** The hash of every record, the empty beginning first: an anchor can stand on any. */
  hashes = ['']
  previousSignature = ''

  /** @param {{ keys: import('node:crypto').KeyObject[], at?: Date }} o */
  constructor({ keys, at = new Date() }) {
    this.keys = keys
    this.at = at
  }

  fault(text) {
    this.faultCount += 1
    if (this.faults.length < MOST) this.faults.push(text)
  }

  /** One line of the file. @param {string} line */
  line(line) {
    this.lines += 1
    const it = parsed(line)
    if (this.lines === 1) return this.head(it)
    if (typeof it?.record === 'string') return this.record(it)
    if (typeof it?.statement === 'string') return this.anchor(it, true)
    return this.fault(`Line ${this.lines} is neither a record nor an anchor.`)
  }

  head(it) {
    if (it?.thuistafel !== 'chain-1' || typeof it.organisation !== 'string')
      this.fault('The first line does not say of which organisation this chain is.')
    this.organisation = it?.organisation ?? null
  }

  record({ record, hash }) {
    const fields = parsed(record)
    const place = this.records + 1
    if (!Array.isArray(fields)) return this.fault(`Record ${place} cannot be read.`)
    if (!PLACES.includes(fields.length)) this.fault(`Record ${place} has a form that is not known.`)
    if (sha256(record) !== hash) this.fault(`Record ${place} was changed: its hash is another.`)
    if (fields[ORGANISATION] !== this.organisation) this.fault(`Record ${place} is of another organisation.`)
    if (fields[SEQ] !== place) this.fault(`Where record ${place} should stand, record ${fields[SEQ]} stands.`)
    if (fields[PREVIOUS] !== this.hashes.at(-1))
      this.fault(`Record ${place} does not follow on the one before it.`)
    this.records = place
    this.hashes.push(hash)
  }

  /** One line of a file of anchors that was kept elsewhere: it need not follow on those of this file. */
  outside(line) {
    const it = parsed(line)
    if (typeof it?.statement !== 'string')
      return this.fault('A line of the anchors that were kept outside is no anchor.')
    return this.anchor(it, false)
  }

  anchor({ statement, signature }, inOrder) {
    const said = readStatement(statement)
    const name = `Anchor ${said?.number ?? '?'} of ${said?.at ?? 'an unknown moment'}`
    if (!said || !isSigned(statement, String(signature), this.keys))
      return this.fault(`${name} was not signed with this key.`)
    if (said.organisation !== this.organisation) {
      if (inOrder) this.fault(`${name} is of another organisation.`)
      return
    }
    if (inOrder) this.follows(said, name, signature)
    this.anchors += 1
    const [seq, at] = [Number(said.seq), Date.parse(said.at)]
    if (seq > this.records)
      this.fault(`${name} knows ${seq} records: ${seq - this.records} are missing at the end.`)
    else if (this.hashes[seq] !== said.hash) this.fault(`${name} knows another history up to record ${seq}.`)
    this.anchored = Math.max(this.anchored, seq)
    if (at > Date.parse(this.lastAnchor ?? '1970-01-01')) this.lastAnchor = said.at
  }

  follows({ number, previous }, name, signature) {
    if (number !== this.anchors + 1 || previous !== this.previousSignature)
      this.fault(`${name} does not follow on the one before it: an anchor is missing or was put in.`)
    this.previousSignature = signature
  }

  /** After the last line. */
  end() {
    if (!this.lines) this.fault('The file is empty.')
    const age = this.at.getTime() - Date.parse(this.lastAnchor ?? '1970-01-01')
    if (this.lines && !this.lastAnchor)
      this.fault('There is no anchor: nothing shows that this is the true chain.')
    else if (age > FRESH)
      this.fault(
        `The last anchor is of ${this.lastAnchor}; one is made each day, so what came later may have been left out.`,
      )
    return this
  }
}
