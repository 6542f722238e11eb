import 'server-only'
// The only place that reads the environment. .env.example says what each of these is.
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  BASE_URL: z.url().default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(32),
  FIELD_KEY: z.string().min(32).optional(),
  DEMO: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
})

let parsed: z.infer<typeof schema> | undefined

/** The environment, read once at first use; throws with the names of what is missing. */
export function env() {
  if (parsed) return parsed
  const result = schema.safeParse(process.env)
  if (!result.success)
    throw new Error(
      `Set these variables (see .env.example): ${result.error.issues.map((i) => i.path.join('.')).join(', ')}`,
    )
  parsed = result.data
  return parsed
}

/** Whether browsers reach this installation over https: then cookies are bound to the host. */
export const overHttps = () => env().BASE_URL.startsWith('https://')
