// Runs once per process: a refusal to start with the wrong rights, a graceful stop, and one log line for each defect.
import type { Instrumentation } from 'next'

export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { guardStart } = await import('./server/start')
  await guardStart()
}

export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log, nameOf } = await import('./server/log')
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  const requestId = request.headers['x-request-id']
  log('error', {
    event: 'defect',
    error: nameOf(error),
    ...(digest && { digest }),
    requestId: typeof requestId === 'string' ? requestId : null,
  })
}
