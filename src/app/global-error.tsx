'use client'
import './globals.css'
import { Failed, type Failure } from '@/features/session/components/failed'

/** The last resort: even the layout failed. */
export default function GlobalError(failure: Failure) {
  const english = typeof document !== 'undefined' && /(?:^|; )language=en/.test(document.cookie)
  return (
    <html lang={english ? 'en' : 'nl'}>
      <body>
        <main className="mx-auto max-w-[44rem] p-6">
          <Failed {...failure} />
        </main>
      </body>
    </html>
  )
}
