#!/usr/bin/env node
// Stands in for Prisma's schema-engine, a binary that the Prisma CLI would download:
// the same JSON-RPC protocol over stdin and stdout, served by the WASM build of the
// same engine (@prisma/schema-engine-wasm) over @prisma/adapter-pg. Both come from npm.
// prisma.config.ts points PRISMA_SCHEMA_ENGINE_BINARY here, so `npx prisma ...` just works.
// It can also be imported: see tools/migrate.mjs.
// Longer than 200 lines: the five gaps it bridges belong to one protocol.
import { randomUUID } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'

// Three gaps in @prisma/adapter-pg 7.10 that only the schema engine meets:
//  - catalog columns of type "char" (oid 18) are rejected as unsupported;
//  - executeScript() splits on every ';', which breaks $$ bodies and strings;
//  - connectToShadowDb() keeps a connectionString, whose database wins over the
//    shadow's: the "shadow" would be the real database. So it is made here.
const OID_CHAR = 18
const OID_BPCHAR = 1042

function patch(q) {
  const proto = Object.getPrototypeOf(q)
  q.queryRaw = async (query) => {
    const chars = []
    const view = Object.create(q, {
      performIO: {
        value: async (x) => {
          const r = await proto.performIO.call(q, x)
          r.fields.forEach((f, i) => {
            if (f.dataTypeID !== OID_CHAR) return
            chars.push(i)
            f.dataTypeID = OID_BPCHAR
          })
          return r
        },
      },
    })
    const out = await proto.queryRaw.call(view, query)
    for (const i of chars) out.columnTypes[i] = ColumnTypeEnum.Character
    return out
  }
  if (proto.executeScript) {
    // One simple-protocol message, as the native engine sends it: Postgres parses it whole.
    q.executeScript = async (script) => {
      try {
        await q.client.query(script)
      } catch (e) {
        q.onError(e)
      }
    }
  }
  if (proto.startTransaction) {
    q.startTransaction = async (...a) => patch(await proto.startTransaction.apply(q, a))
  }
  return q
}

class MigrationPg extends PrismaPg {
  async connect() {
    return patch(await super.connect())
  }
  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    const run = async (sql) => {
      const c = new pg.Client(this.config)
      await c.connect()
      try {
        await c.query(sql)
      } finally {
        await c.end()
      }
    }
    await run(`CREATE DATABASE "${name}" TEMPLATE template0`)
    const shadow = patch(await new PrismaPg({ ...this.config, database: name }).connect())
    shadow.dispose = async () => {
      await shadow.client.end()
      await run(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    }
    return shadow
  }
}

let wasm
async function loadWasm() {
  if (wasm) return wasm
  const require = createRequire(import.meta.url)
  const js = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const { instance } = await WebAssembly.instantiate(readFileSync(js.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': bg,
  })
  bg.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  wasm = bg
  return bg
}

export async function openEngine(url, datamodels) {
  const bg = await loadWasm()
  const { schema, ...rest } = parseIntoClientConfig(url || 'postgresql://none@127.0.0.1:1/none')
  // One connection, kept: the engine's advisory lock belongs to a connection.
  const pool = new pg.Pool({ ...rest, max: 1, idleTimeoutMillis: 0 })
  pool.on('error', () => {})
  const factory = new MigrationPg(pool, schema ? { schema } : undefined)
  factory.config = rest // what the shadow database is reached with
  const log = (line) => {
    if (process.env.DEBUG) process.stderr.write(`${line}\n`)
  }
  const engine = await bg.SchemaEngine.new({ datamodels }, log, bindMigrationAwareSqlAdapterFactory(factory))
  return {
    engine,
    close: async () => {
      engine.free()
      await pool.end()
    },
  }
}

export async function createDatabase(url) {
  const config = parseIntoClientConfig(url)
  // On a server that others keep, the database is there and "postgres" may be closed to us.
  const missing = await canConnect(url).then(
    () => false,
    (e) => {
      if (e.code !== '3D000') throw e
      return true
    },
  )
  if (!missing) return config.database
  const c = new pg.Client({ ...config, database: 'postgres' })
  await c.connect()
  try {
    const { rowCount } = await c.query('SELECT 1 FROM pg_database WHERE datname = $1', [config.database])
    if (!rowCount) await c.query(`CREATE DATABASE ${pg.escapeIdentifier(config.database)}`)
  } catch (e) {
    if (!['42P04', '23505'].includes(e.code)) throw e // someone else made it just now
  } finally {
    await c.end()
  }
  return config.database
}

async function canConnect(url) {
  const c = new pg.Client({ ...parseIntoClientConfig(url), connectionTimeoutMillis: 10_000 })
  c.on('error', () => {})
  try {
    await c.connect()
    await c.query('SELECT 1')
  } finally {
    await c.end().catch(() => {})
  }
}

const CODES = { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1000' }

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      datamodels: { type: 'string', multiple: true },
      datasource: { type: 'string' },
      version: { type: 'boolean' },
    },
  })
  if (values.version) return console.log(`schema-engine-wasm ${(await loadWasm()).version()}`)
  const url = values.datasource ? JSON.parse(values.datasource).url : undefined

  if (positionals[0] === 'cli') {
    try {
      if (positionals[1] === 'can-connect-to-database') await canConnect(url)
      else if (positionals[1] === 'create-database') await createDatabase(url)
      else throw new Error(`schema-engine: unknown command ${positionals[1]}`)
    } catch (e) {
      const fields = { error_code: CODES[e.code] ?? 'P1001', message: e.message || String(e.code) }
      process.stderr.write(
        `\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`,
      )
      process.exitCode = 1
    }
    return
  }

  let opened
  const getEngine = async () => {
    opened ??= openEngine(
      url,
      values.datamodels?.map((f) => [f, readFileSync(f, 'utf8')]),
    )
    return (await opened).engine
  }
  const send = (m) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...m })}\n`)

  async function call(method, params) {
    if (method === 'createDatabase') return { databaseName: await createDatabase(url) }
    const engine = await getEngine()
    if (method === 'getDatabaseVersion') return engine.version(params ?? null)
    if (typeof engine[method] !== 'function') throw new Error(`schema-engine: unknown method ${method}`)
    // These two read the schema of the migrations from a cache which, in the WASM
    // build, only devDiagnostic fills: they get no shadow database of their own.
    if (method === 'evaluateDataLoss' || method === 'createMigration') {
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
    }
    return (await engine[method](params ?? {})) ?? {}
  }

  let last = Promise.resolve()
  let printed = 0
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    if (!line.trim()) return
    const { id, method, params } = JSON.parse(line)
    if (!method) return // the CLI's answer to a "print"
    last = last.then(async () => {
      try {
        const result = await call(method, params)
        if (method === 'diff' && result.stdout != null) {
          send({
            id: `print-${++printed}`,
            method: 'print',
            params: { content: result.stdout.replace(/\n$/, '') },
          })
        }
        send({ id, result })
      } catch (e) {
        if (process.env.DEBUG) process.stderr.write(`${e?.stack}\n`)
        const data = {
          is_panic: false,
          message: e?.message ?? String(e),
          error_code: e?.code,
          meta: e?.meta ?? null,
        }
        send({
          id,
          error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
        })
      }
    })
  })
  lines.on('close', () => last.finally(() => process.exit(0)))
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main()
