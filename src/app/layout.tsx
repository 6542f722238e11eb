import './globals.css'
import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { densityOf, themeOf } from '@/features/session/preferences'
import { otherHost } from '@/features/session/queries'
import { theme } from '@/server/theme'

export const metadata: Metadata = { icons: '/icon.svg', robots: 'noindex' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const asked = await headers()
  // As the visitor wrote it: behind a reverse proxy, and when Next asks itself for the page after a form, the host is this process.
  const elsewhere = otherHost(asked.get('x-forwarded-host') ?? asked.get('host'), asked.get('x-path'))
  if (elsewhere) redirect(elsewhere)
  const jar = await cookies()
  const colours = theme()
  return (
    <html lang={await getLocale()} data-theme={themeOf(jar)} data-density={densityOf(jar)}>
      <head>{colours && <link rel="stylesheet" href={`/theme.css?v=${colours.version}`} />}</head>
      <body>{children}</body>
    </html>
  )
}
