// npm run audit:key: a pair of keys for the anchors of the journal. The private one is for the worker alone.
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem, printProblem } from './problem.mjs'

const HELP =
  'npm run audit:key -- FOLDER   writes anchor-private.pem, readable by you only, and anchor-public.pem'

/** Makes the pair where there is none yet; returns where the private key stands. */
export function anchorKey(folder, { keep = false } = {}) {
  const [own, shown] = ['anchor-private.pem', 'anchor-public.pem'].map((name) => join(folder, name))
  if (existsSync(own)) {
    if (keep) return own
    throw new Problem(
      `${own} is there already.`,
      'Choose another folder: a key in use is never written over.',
    )
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  writeFileSync(own, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(shown, publicKey.export({ type: 'spki', format: 'pem' }))
  return own
}

function main([folder, more]) {
  if (!folder || more || folder.startsWith('-')) throw new Problem('Name one folder.', HELP)
  const own = anchorKey(resolve(process.env.INIT_CWD ?? '.', folder))
  console.log(`${own}: for the worker (ANCHOR_KEY_FILE), and for nobody else.`)
  console.log('anchor-public.pem: for everybody who checks; give it to each privacy officer.')
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    printProblem(error)
    process.exitCode = 1
  }
}
