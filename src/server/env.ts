import 'server-only'
// The only place that reads the environment. .env.example says what each of these is.
import { z } from 'zod'

const both = {
  BASE_URL: z.url().default('http://localhost:3000'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
}

const website = z.object({
  ...both,
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(32),
  FIELD_KEY: z.string().min(32).optional(),
  FIELD_KEY_OLD: z.string().min(32).optional(),
  DEMO: z.enum(['0', '1']).default('0'),
  FILES_FOLDER: z.string().default('.data/files'),
  THEME_FILE: z.string().optional(),
  PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  MAINTENANCE: z.enum(['0', '1']).default('0'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
})

// The worker holds no key and no right of the website, so it asks for none.
const worker = z
  .object({
    ...both,
    DATABASE_WORKER_URL: z.string().min(1),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().includes('@').optional(),
    MAIL_FOLDER: z.string().optional(),
    MAIL_WAIT: z.coerce.number().int().min(0).max(1440).default(15),
    DRAFT_DAYS: z.coerce.number().int().min(1).max(365).default(30),
    ANCHOR_KEY_FILE: z.string().optional(),
    ANCHOR_FOLDER: z.string().optional(),
    FILES_FOLDER: z.string().optional(),
  })
  .refine((e) => !e.SMTP_URL || e.MAIL_FROM, { path: ['MAIL_FROM'] })
  .refine((e) => !e.ANCHOR_KEY_FILE || e.ANCHOR_FOLDER, { path: ['ANCHOR_FOLDER'] })

/** A setting that is there without a value is not set. */
const given = () => Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))

/** Reads the environment once, at first use; throws with the names of what is missing. */
function reading<S extends z.ZodType>(schema: S) {
  let parsed: z.infer<S> | undefined
  return (): z.infer<S> => {
    if (parsed) return parsed
    const result = schema.safeParse(given())
    if (!result.success)
      throw new Error(
        `Set these variables (see .env.example): ${result.error.issues.map((i) => i.path.join('.')).join(', ')}`,
      )
    parsed = result.data
    return parsed
  }
}

/** The settings of the website. */
export const env = reading(website)

/** The settings of the worker that sends mail. */
export const workerEnv = reading(worker)

/** How much either of them logs. */
export const logLevel = () => both.LOG_LEVEL.parse(given().LOG_LEVEL)

/** Whether browsers reach this installation over https: then cookies are bound to the host. */
export const overHttps = () => env().BASE_URL.startsWith('https://')
