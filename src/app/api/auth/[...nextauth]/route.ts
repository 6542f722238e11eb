import NextAuth from 'next-auth'
import { authOptions } from '@/server/session'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What signing in by an organisation's own service needs. Of the rest, `session` would tell a script the key of the session,
 * `signout` would end it in the browser only, and `_log` would let anyone write in our log. */
const NEEDED = ['signin', 'callback', 'csrf']

async function handler(request: Request, context: Context) {
  const [what = ''] = (await context.params).nextauth
  const options = authOptions()
  if (!options.providers.length || !NEEDED.includes(what)) return new Response(null, { status: 404 })
  return NextAuth(options)(request, context)
}

export { handler as GET, handler as POST }
