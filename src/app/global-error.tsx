'use client'
import './globals.css'
import Failed, { chosen, type Failure } from '@/features/session/components/failed'

/** The last resort, where there is no frame to stand in. */
export default function GlobalError(failure: Failure) {
  return (
    <html lang={chosen('language') === 'en' ? 'en' : 'nl'} data-theme={chosen('theme') ?? 'system'}>
      <body>
        <main id="main" className="ui-visitor-main">
          <Failed {...failure} />
        </main>
      </body>
    </html>
  )
}
