'use client'
import './globals.css'
import Failed, { type Failure } from '@/features/session/components/failed'

/** Of a choice that somebody made earlier, when no page came that knows it. */
const chosen = (name: string) =>
  typeof document === 'undefined' ? null : RegExp(`(?:^|; )${name}=(\\w+)`).exec(document.cookie)?.[1]

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
