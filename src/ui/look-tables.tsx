import { Table } from './table'

/** A table of words: what somebody looks at before they go on. */
export type LookTable = {
  readonly caption: string
  readonly columns: readonly { readonly key: string; readonly label: string; readonly number: boolean }[]
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, string>> }[]
}

/** What they are of, and the tables. */
export type Look = { readonly said: string; readonly tables: readonly LookTable[] }

export function LookTables({ said, tables }: Look) {
  return (
    <div className="grid gap-4">
      <p>{said}</p>
      {tables.map(({ caption, columns, rows }) => (
        <Table
          key={caption}
          caption={caption}
          wide={columns.length > 4}
          columns={columns.map(({ key, label, number }) => ({
            key,
            label,
            ...(number && { align: 'right' as const }),
          }))}
          rows={rows.map(({ key, cells }) => ({ key, cells }))}
          empty={null}
        />
      ))}
    </div>
  )
}
