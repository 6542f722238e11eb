// The page for when nobody can be served: plain HTML, made without the database, in both languages, for nobody is known then.
import { createTranslator } from 'use-intl/core'
import { catalogues, type Language, languages } from './i18n/catalogues'

const STYLE = `
:root { color-scheme: light dark; background: light-dark(#faf8f4, #101d21); color: light-dark(#14262b, #e8ecea); }
body { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem; font: 1.0625rem/1.55 "Segoe UI", system-ui, sans-serif; }
img { height: 2rem; }
@media (prefers-color-scheme: dark) { img { padding: .375rem .5rem; background: #faf8f4; border-radius: 2px; } }
section { margin-top: 2.5rem; }
section + section { padding-top: 2rem; border-top: 1px solid light-dark(#d8d3c7, #34474d); }
h1, h2 { margin: 0 0 .75rem; font: 600 1.5rem/1.25 Georgia, serif; }
h2 { font-size: 1.25rem; }
p { margin: 0 0 .75rem; }
a { display: inline-block; margin-top: .5rem; padding: .625rem 1rem; border-radius: 2px; font-weight: 600; text-decoration: none;
  background: light-dark(#0f4c5c, #6fc3d3); color: light-dark(#ffffff, #0c1a1e); }
a:focus-visible { outline: 3px solid #f2b705; outline-offset: 2px; }
@media print { a { display: none; } }`

const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

type Why = 'maintenance' | 'away'

function part(why: Why, language: Language, heading: 'h1' | 'h2'): string {
  const t = createTranslator({ locale: language, messages: catalogues[language] })
  const reason = why === 'maintenance' ? t('unavailable.maintenance') : t('unavailable.away')
  const text = [reason, t('unavailable.saved'), t('unavailable.form')].map(
    (line) => `<p>${escaped(line)}</p>`,
  )
  return `<section lang="${language}">
<${heading}>${escaped(t('unavailable.title'))}</${heading}>
${text.join('\n')}
<a href="">${escaped(t('unavailable.retry'))}</a>
</section>`
}

/** The whole page; `nonce` is that of its Content-Security-Policy. "Try again" leads to the page itself: what was sent is not sent twice. */
export function unavailablePage(why: Why, nonce: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(catalogues.nl.unavailable.title)}</title>
<link rel="icon" href="/icon.svg">
<style nonce="${escaped(nonce)}">${STYLE}</style>
</head>
<body>
<main id="main">
<img src="/logo.svg" alt="Thuistafel">
${languages.map((language, i) => part(why, language, i ? 'h2' : 'h1')).join('\n')}
</main>
</body>
</html>
`
}
