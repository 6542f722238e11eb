// The page for when nobody can be served: plain HTML, made without the database, in both languages, for nobody is known then.
import { catalogues, languages } from './i18n/catalogues'

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

/** The whole page; `nonce` is that of its Content-Security-Policy. */
export function unavailablePage(why: 'maintenance' | 'away', nonce: string): string {
  const parts = languages.map((language, i) => {
    const t = catalogues[language].unavailable
    const heading = i ? 'h2' : 'h1'
    const text = [t[why], t.saved, t.form].map((sentence) => `<p>${escaped(sentence)}</p>`).join('\n')
    // Empty is the page itself, as a question: what was sent is not sent twice.
    const retry = `<a href="">${escaped(t.retry)}</a>`
    return `<section lang="${language}"><${heading}>${escaped(t.title)}</${heading}>\n${text}\n${retry}</section>`
  })
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
${parts.join('\n')}
</main>
</body>
</html>
`
}
