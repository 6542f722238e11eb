import 'server-only'
// Signing in, choosing for whom one works, and leaving.
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { leadingBack, ownPath, paths } from '@/paths'
import { overHttps } from '@/server/env'
import { chooseMembership, endSession, keepLanguage, openSession } from '@/server/session'
import { acceptInvitation, accountByPassword, demoAccount, PASSWORD_MIN } from '@/server/sign-in'
import { isDensity, isTheme, KEPT } from './preferences'

export type EntryState = { readonly attempt: number; readonly message?: string; readonly email?: string }

const text = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Signs in with e-mail address and password; a wrong pair says so and keeps the address. */
export async function byPassword(previous: EntryState, form: FormData): Promise<EntryState> {
  const t = await getTranslations('login')
  const email = text(form, 'email')
  const account = await accountByPassword(email, text(form, 'password'))
  if (!account) return { attempt: previous.attempt + 1, message: t('wrong'), email }
  await openSession(account)
  redirect(ownPath(text(form, 'next')))
}

/** Signs in as a fictional person, in the demo only. */
export async function asDemoPerson(form: FormData) {
  const account = await demoAccount(text(form, 'account'))
  if (!account) redirect(paths.login)
  await openSession(account)
  redirect(ownPath(text(form, 'next')))
}

/** Sets the password of a one-time link and signs in. */
export async function byInvitation(previous: EntryState, form: FormData): Promise<EntryState> {
  const t = await getTranslations('invitation')
  const password = text(form, 'password')
  if ([...password].length < PASSWORD_MIN)
    return { attempt: previous.attempt + 1, message: t('tooShort', { min: PASSWORD_MIN }) }
  const account = await acceptInvitation(text(form, 'token'), password)
  if (!account) return { attempt: previous.attempt + 1, message: t('usedHelp') }
  await openSession(account)
  redirect(paths.work)
}

/** Acts for this organisation in this role from now on, and goes back to the page that asked for it. */
export async function choose(form: FormData) {
  const next = text(form, 'next')
  const chosen = await chooseMembership(text(form, 'membership'))
  redirect(chosen ? ownPath(next) : leadingBack(paths.chooseMembership, next))
}

/** Ends the session everywhere. */
export async function leave() {
  await endSession()
  redirect(`${paths.login}?out=1`)
}

/** Keeps how this person wants to see the application. */
export async function prefer(form: FormData) {
  const jar = await cookies()
  const kept = { maxAge: KEPT, sameSite: 'lax', path: '/', secure: overHttps() } as const
  const theme = form.get('theme')
  if (isTheme(theme)) jar.set('theme', theme, kept)
  const density = form.get('density')
  if (isDensity(density)) jar.set('density', density, kept)
  const language = form.get('language')
  if (language !== 'nl' && language !== 'en') return
  jar.set('language', language, kept)
  await keepLanguage(language)
}
