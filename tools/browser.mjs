// Which Chromium the browser tests use. In order: the one that CHROMIUM_PATH names, Playwright's
// own (npx playwright install), the one that npm brought (@sparticuz/chromium, Linux x64: a
// headless shell, so that `npm ci` alone is enough on a bare machine), one on the system.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const SYSTEM = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

// Not the package's own list, which turns web security off.
const ARGS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export async function findBrowser() {
  const root = process.platform !== 'win32' && process.getuid?.() === 0
  const args = root ? ['--no-sandbox', ...ARGS] : ARGS
  const named = process.env.CHROMIUM_PATH
  if (named) return { executablePath: named, args, from: 'CHROMIUM_PATH' }
  const own = (() => {
    try {
      return chromium.executablePath()
    } catch {
      return ''
    }
  })()
  if (own && existsSync(own)) return { args, from: 'playwright' }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const npm = await fromNpm().catch((e) => {
      console.warn(`@sparticuz/chromium: ${e.message}`)
    })
    if (npm)
      return { ...npm, args: ['--no-sandbox', ...args.filter((a) => a !== '--no-sandbox')], from: 'npm' }
  }
  const system = (SYSTEM[process.platform] ?? []).find((p) => existsSync(p))
  if (system) return { executablePath: system, args, from: 'system' }
  throw new Error(
    'No Chromium found. Any one of these gives one:\n  npx playwright install --with-deps chromium\n  apt-get install chromium\n  CHROMIUM_PATH=/path/to/chromium',
  )
}

async function fromNpm() {
  const dir = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url))
  const exe = join(dir, 'chromium')
  const libs = join(dir, 'al2023', 'lib')
  if (!existsSync(exe) || !existsSync(libs)) {
    const tmp = `${dir}-${process.pid}`
    mkdirSync(tmp, { recursive: true })
    const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
    // In a process of its own: the package unpacks into os.tmpdir().
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `
      import { inflate } from '@sparticuz/chromium'
      for (const f of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(${JSON.stringify(bin)} + '/' + f)`,
      ],
      { env: { ...process.env, TMPDIR: tmp }, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    try {
      renameSync(tmp, dir)
    } catch {
      /* another process was first */
    }
  }
  const env = { ...process.env }
  // The system's own libraries where it has them.
  if (/not found/.test(spawnSync('ldd', [exe], { encoding: 'utf8' }).stdout ?? ''))
    env.LD_LIBRARY_PATH = [libs, env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  env.FONTCONFIG_FILE = fontsOf(dir)
  return { executablePath: exe, env }
}

/** The same letters on every machine; only what Open Sans lacks comes from the system. The package's own setting names
 *  folders of elsewhere, and without any font the browser ends. */
function fontsOf(dir) {
  const file = join(dir, 'fonts-of-ours.conf')
  const folder = (path) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const setting = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder(join(dir, 'fonts', 'fonts'))}</dir>
  <dir>/usr/share/fonts</dir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <cachedir>${folder(join(dir, 'fonts', 'cache'))}</cachedir>
</fontconfig>
`
  if (!existsSync(file)) writeFileSync(file, setting)
  return file
}
