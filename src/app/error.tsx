'use client'
// Not the button itself: it brings the links of the router, and this stands by on every page.
import { buttonClass } from '@/ui/button-class'

// No catalogue here: whatever broke may have broken that too.
const texts = {
  nl: {
    title: 'Er ging iets mis',
    text: 'Dat ligt aan ons, niet aan u. Wat u al had opgeslagen is er nog. Probeer het opnieuw. Blijft het misgaan? Geef dan dit nummer door:',
    retry: 'Opnieuw proberen',
  },
  en: {
    title: 'Something went wrong',
    text: 'That is our fault, not yours. What you saved is still there. Please try again. If it keeps happening, mention this number:',
    retry: 'Try again',
  },
}

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? texts.en : texts.nl
  return (
    <main id="main" className="mx-auto grid max-w-[44rem] gap-4 p-6">
      <title>{t.title}</title>
      <h1 className="font-serif text-2xl">{t.title}</h1>
      <p>
        {t.text} <strong>{error.digest ?? '-'}</strong>
      </p>
      <div>
        <button type="button" className={buttonClass('secondary')} onClick={reset}>
          {t.retry}
        </button>
      </div>
    </main>
  )
}
