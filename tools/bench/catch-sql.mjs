// Loaded into a website before everything else: writes down each statement that it sends to its database.
import { appendFileSync } from 'node:fs'
import pg from 'pg'

const file = process.env.CAUGHT_SQL
const asked = pg.Client.prototype.query

pg.Client.prototype.query = function query(first, ...rest) {
  const text = typeof first === 'string' ? first : first?.text
  const values = first?.values ?? (Array.isArray(rest[0]) ? rest[0] : [])
  if (file && text) appendFileSync(file, `${JSON.stringify({ text, values })}\n`)
  return asked.call(this, first, ...rest)
}
