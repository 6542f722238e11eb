// COPY of many rows at once, over the connection of `pg`: text of one table, a line for each row.
import type pg from 'pg'

export type Cell = string | number | boolean | null | undefined | readonly unknown[] | object

const escaped = (text: string) =>
  /[\\\n\r\t]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
    : text

const quoted = (value: unknown) => `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** A value as COPY reads it: lists as arrays of Postgres, objects as JSON. */
export function cellOf(value: Cell): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number') return String(value)
  return escaped(Array.isArray(value) ? `{${value.map(quoted).join(',')}}` : JSON.stringify(value))
}

/** What the protocol needs of a connection beyond what its types tell. */
type CopyConnection = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  sync?: () => void
}

/** One COPY … FROM STDIN, as `pg` runs a query of one's own making. */
class CopyIn {
  readonly done: Promise<void>
  private settle: { ok: () => void; no: (error: Error) => void } = { ok: () => {}, no: () => {} }

  constructor(
    private readonly sql: string,
    private readonly lines: readonly string[],
  ) {
    this.done = new Promise((ok, no) => {
      this.settle = { ok, no }
    })
  }

  submit(connection: unknown) {
    ;(connection as CopyConnection).query(this.sql)
  }

  handleCopyInResponse(connection: CopyConnection) {
    const AT_ONCE = 2000
    for (let at = 0; at < this.lines.length; at += AT_ONCE)
      connection.sendCopyFromChunk(Buffer.from(`${this.lines.slice(at, at + AT_ONCE).join('\n')}\n`))
    connection.endCopyFrom()
  }

  handleCommandComplete() {}

  handleReadyForQuery() {
    this.settle.ok()
  }

  handleError(error: Error) {
    this.settle.no(error)
  }
}

/** Copies lines into a table, in the transaction of this client. */
export async function copyIn(client: pg.Client, sql: string, lines: readonly string[]): Promise<void> {
  const copy = new CopyIn(sql, lines)
  client.query(copy as unknown as pg.Submittable)
  await copy.done
}
