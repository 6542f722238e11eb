'use client'

// The last resort: even the layout failed.
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nl">
      <body>
        <main>
          <title>Er ging iets mis</title>
          <h1>Er ging iets mis</h1>
          <p>
            Dat ligt aan ons, niet aan u. Laad de pagina opnieuw. Blijft het misgaan? Geef dan dit nummer
            door: {error.digest ?? '-'}
          </p>
        </main>
      </body>
    </html>
  )
}
