// What a backup says about itself, so that whoever puts it back can tell that nothing is missing and nothing was changed.

const TABLES = `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`

/** The number of rows of every table, the heads of the journal's chains, the migrations: one snapshot when asked in one transaction. */
export async function witness(client) {
  const rows = {}
  for (const { name } of (await client.query(TABLES)).rows) {
    const counted = await client.query(`SELECT count(*)::text AS n FROM public."${name}"`)
    rows[name] = Number(counted.rows[0].n)
  }
  const chains = await client.query(
    'SELECT organisation_id::text AS organisation, seq::int, hash FROM chain ORDER BY 1',
  )
  const migrations = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  )
  return { migrations: migrations.rows.map((m) => m.name), rows, chains: chains.rows }
}

/** In what this database differs from what the backup said of it. */
export function differences(then, now) {
  const names = [...new Set([...Object.keys(then.rows), ...Object.keys(now.rows)])]
  const counts = names.filter((name) => then.rows[name] !== now.rows[name])
  const heads = then.chains.filter(({ organisation, hash }) => {
    const found = now.chains.find((c) => c.organisation === organisation)
    return found?.hash !== hash
  })
  return [
    ...counts.map(
      (name) => `${name}: ${then.rows[name] ?? 'no table'} rows then, ${now.rows[name] ?? 'no table'} now`,
    ),
    ...heads.map(({ organisation }) => `the chain of organisation ${organisation} ends otherwise`),
    ...(then.migrations.join() === now.migrations.join() ? [] : ['the migrations are others']),
  ]
}

/** The organisations whose chain of records does not hold, with the first broken link. */
export async function brokenChains(client) {
  const { rows } = await client.query(
    'SELECT organisation_id::text AS organisation, app.broken_link(organisation_id)::text AS link FROM chain',
  )
  return rows.filter((r) => r.link !== null).map((r) => `organisation ${r.organisation}, record ${r.link}`)
}
