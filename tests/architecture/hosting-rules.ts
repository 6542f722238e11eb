// What must hold for the image and for compose.yaml, read as files: the machine that runs these tests has no Docker.
import { validate } from 'dockerfile-utils'
import { parse } from 'yaml'

/** Where a service must keep to itself. Ours and others' alike. */
export type Service = {
  image?: string
  user?: string
  read_only?: boolean
  tmpfs?: string[]
  cap_drop?: string[]
  cap_add?: string[]
  privileged?: boolean
  security_opt?: string[]
  restart?: string
  ports?: string[]
  volumes?: string[]
  networks?: string[]
  environment?: Record<string, string>
  build?: unknown
  healthcheck?: { test?: string[]; disable?: boolean }
  deploy?: { replicas?: number; resources?: { limits?: { cpus?: string; memory?: string } } }
}
export type Compose = {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean } | null>
}

export const readCompose = (text: string): Compose => parse(text, { merge: true }) as Compose

/** A tag that names one release: with its numbers to the last, not "latest" and not "18". */
const PINNED = /^[\w./-]+:v?\d+\.\d+(\.\d+)?(-[\w.-]+)?$/

/** A default of compose, `${VERSION:-0.1.0}`, stands for itself. */
const defaulted = (text: string) => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1')

const RULES: Record<string, (s: Service) => boolean> = {
  'names one release of its image': (s) => PINNED.test(defaulted(s.image ?? '')),
  'writes to no file system of its image': (s) => s.read_only === true,
  'has no capability': (s) => s.cap_drop?.join() === 'ALL' && !s.cap_add && !s.privileged,
  'wins no right': (s) => s.security_opt?.includes('no-new-privileges:true') === true,
  'has its share of memory and processor and no more': (s) =>
    !!s.deploy?.resources?.limits?.memory && !!s.deploy.resources.limits.cpus,
  'says whether it starts again': (s) => !!s.restart,
  'is no root': (s) => !!s.build || (!!s.user && !/^(0|root)\b/.test(s.user)),
  'opens its ports on this machine only': (s) => (s.ports ?? []).every((p) => p.startsWith('127.0.0.1:')),
  'mounts no part of the host to write in': (s) =>
    (s.volumes ?? []).every((v) => !/^[./~]/.test(v) || v.endsWith(':ro')),
}

export const composeFaults = ({ services }: Compose): string[] =>
  Object.entries(services).flatMap(([name, service]) =>
    Object.entries(RULES)
      .filter(([, holds]) => !holds(service))
      .map(([rule]) => `${name}: ${rule}`),
  )

type Line = { readonly word: string; readonly rest: string }

/** The instructions of a Dockerfile, those that go on over several lines joined. */
export const instructionsIn = (text: string): Line[] =>
  text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, word, rest] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? []
      return word ? [{ word, rest: rest ?? '' }] : []
    })

const SECRET = /\b\w*(SECRET|PASSWORD|TOKEN|_KEY|DATABASE\w*URL|SMTP_URL)\w*\s*=?/

export function dockerfileFaults(text: string): string[] {
  const lines = instructionsIn(text)
  const last = lines.slice(lines.findLastIndex((l) => l.word === 'FROM'))
  const user = last.findLast((l) => l.word === 'USER')?.rest ?? 'root'
  const faults: [boolean, string][] = [
    [
      lines.filter((l) => l.word === 'FROM').some((l) => !PINNED.test(l.rest.split(' ')[0] ?? '')),
      'a loose image',
    ],
    [/^(0|root)\b/.test(user), 'runs as root'],
    [last.some((l) => l.word === 'COPY' && /--chown/.test(l.rest)), 'gives its files away'],
    [last.some((l) => l.word === 'COPY' && !/--from=build/.test(l.rest)), 'takes files past the build'],
    [
      !last.some((l) => l.word === 'HEALTHCHECK' && l.rest.includes('/api/health/ready')),
      'does not say how it is',
    ],
    [lines.some((l) => ['ENV', 'ARG'].includes(l.word) && SECRET.test(l.rest)), 'a secret in a layer'],
    [lines.some((l) => l.word === 'ADD'), 'ADD fetches and unpacks'],
    [
      last.some((l) => l.word === 'RUN' && /npm (ci|install)|apt-get/.test(l.rest)),
      'installs in the last stage',
    ],
  ]
  const linted = validate(text).map((d) => `line ${d.range.start.line + 1}: ${d.message}`)
  return [...linted, ...faults.filter(([wrong]) => wrong).map(([, what]) => what)]
}

/** The settings that .env.example explains. */
export const settingsIn = (example: string): string[] =>
  [...example.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map((m) => m[1] as string)

/** The settings that compose takes from .env, and those that it gives to each container. */
export const askedBy = (text: string): string[] =>
  [...text.matchAll(/\$\{([A-Z_]+)(?::[?-][^}]*)?\}/g)].map((m) => m[1] as string)
