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
  const elsewhere = otherHost(asked.get('host'), asked.get('x-path'))
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
