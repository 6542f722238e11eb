// Writes a covenant, its parties and its norms to the database, as the role that owns the rights.
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import type { CovenantFile } from '../src/domain/covenant/covenant-file'
import type { Norm } from '../src/domain/norm/norm'

/** Runs `work` as the owner of the rights, in one transaction. */
export async function asKernel<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN; SET LOCAL ROLE thuistafel_kernel')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } finally {
    await client.end()
  }
}

async function organisationId(
  client: pg.Client,
  o: { key: string; name: string; kind: string; fictional?: boolean | undefined },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO organisation (key, name, kind, fictional) VALUES ($1, $2, $3, $4)
     ON CONFLICT (key) DO UPDATE SET name = excluded.name RETURNING id`,
    [o.key, o.name, o.kind, o.fictional ?? false],
  )
  return (rows[0] as { id: string }).id
}

/** The memberships by which the system computes what nobody may see in full. */
async function systemMemberships(client: pg.Client, covenantId: string, from: string) {
  const organisation = await organisationId(client, {
    key: 'thuistafel',
    name: 'Thuistafel',
    kind: 'systeem',
  })
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO account (name, email) VALUES ('Thuistafel', 'systeem@thuistafel.invalid') ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`,
  )
  await client.query('INSERT INTO covenant_party VALUES ($1, $2, $3, NULL)', [covenantId, organisation, from])
  for (const role of ['matching', 'reporting', 'terms'])
    await client.query(
      'INSERT INTO membership (account_id, organisation_id, covenant_id, role, valid_from) VALUES ($1, $2, $3, $4, $5)',
      [rows[0]?.id, organisation, covenantId, role, from],
    )
}

/** Loads a checked covenant file; returns the covenant's id. Throws when its key is already there. */
export async function loadCovenant(client: pg.Client, file: CovenantFile): Promise<string> {
  const ids = new Map<string, string>()
  for (const o of file.organisations) ids.set(o.key, await organisationId(client, o))
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO covenant (key, name, prefix, tafel_host_id, kind, signed_on, help_contact, privacy_contact)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    [
      file.key,
      file.name,
      file.prefix,
      ids.get(file.tafelHost),
      file.kind,
      file.signedOn,
      file.contact.help ?? null,
      file.contact.privacy ?? null,
    ],
  )
  const id = (rows[0] as { id: string }).id
  const { number, validFrom, rules } = file.version
  await client.query(
    'INSERT INTO covenant_version (covenant_id, number, valid_from, rules) VALUES ($1, $2, $3, $4)',
    [id, number, validFrom, JSON.stringify(rules)],
  )
  for (const p of file.parties)
    await client.query('INSERT INTO covenant_party VALUES ($1, $2, $3, $4)', [
      id,
      ids.get(p.organisation),
      p.from,
      p.until,
    ])
  for (const m of file.mandates)
    await client.query('INSERT INTO mandate VALUES ($1, $2, $3)', [id, ids.get(m.from), ids.get(m.to)])
  await systemMemberships(client, id, validFrom)
  return id
}

/** Writes norms; a norm of the same kind and day is replaced. */
export async function loadNorms(client: pg.Client, norms: readonly Norm[]) {
  for (const n of norms)
    await client.query(
      `INSERT INTO norm (kind, valid_from, value, status, source, below_age) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (kind, valid_from) DO UPDATE SET value = excluded.value, status = excluded.status, source = excluded.source, below_age = excluded.below_age`,
      [n.kind, n.validFrom, n.value, n.status, n.source, n.belowAge],
    )
}

/** Adds a person with a membership; returns both ids. The same e-mail address is the same person. */
export async function addMember(
  client: pg.Client,
  m: {
    name: string
    email: string
    fictional: boolean
    organisation: string
    covenant: string
    role: string
    from: string
  },
) {
  const account = await client.query<{ id: string }>(
    'INSERT INTO account (name, email, fictional) VALUES ($1, $2, $3) ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id',
    [m.name, m.email, m.fictional],
  )
  const accountId = (account.rows[0] as { id: string }).id
  const membership = await client.query<{ id: string }>(
    `INSERT INTO membership (account_id, organisation_id, covenant_id, role, valid_from)
     SELECT $1, o.id, c.id, $4, $5 FROM organisation o, covenant c WHERE o.key = $2 AND c.key = $3
     ON CONFLICT (account_id, organisation_id, covenant_id, role) WHERE ended_at IS NULL DO UPDATE SET role = excluded.role RETURNING id`,
    [accountId, m.organisation, m.covenant, m.role, m.from],
  )
  const membershipId = (membership.rows[0] as { id: string }).id
  await client.query('SELECT app.seat_member(m) FROM membership m WHERE m.id = $1', [membershipId])
  return { accountId, membershipId }
}

/** Writes the VERA code lists; codes whose validity has ended stay out. */
export async function loadCodes(client: pg.Client, csv: string) {
  type VeraRow = {
    Soort: string
    Code: string
    Naam: string
    Omschrijving: string
    Parent: string
    Einddatum: string
  }
  const rows = parse<VeraRow>(csv, { columns: true, delimiter: ';', bom: true, relax_quotes: true }).filter(
    (r) => !r.Einddatum,
  )
  await client.query(
    `INSERT INTO code (list, code, name, description, parent) SELECT list, code, name, description, parent FROM jsonb_populate_recordset(null::code, $1) ON CONFLICT DO NOTHING`,
    [
      JSON.stringify(
        rows.map((r) => ({
          list: r.Soort,
          code: r.Code,
          name: r.Naam,
          description: r.Omschrijving || null,
          parent: r.Parent || null,
        })),
      ),
    ],
  )
}
