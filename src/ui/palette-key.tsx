'use client'
import { useEffect } from 'react'

/** What opens the palette: its button, and Ctrl or ⌘ with K. What it opens is fetched then, and not with every page. */
export function PaletteKey() {
  useEffect(() => {
    const reach = (event: MouseEvent | KeyboardEvent) => {
      const at = document.querySelectorAll<HTMLElement>('[data-palette]')
      const from = [...at].find((one) => one.checkVisibility()) ?? at[0]
      const asked =
        'key' in event
          ? event.key === 'k' && (event.ctrlKey || event.metaKey)
          : !event.ctrlKey && !event.metaKey && [...at].some((one) => one.contains(event.target as Node))
      if (!asked || !from) return
      event.preventDefault()
      import('./palette').then(({ openPalette }) => openPalette(from))
    }
    document.addEventListener('click', reach)
    document.addEventListener('keydown', reach)
    return () => {
      document.removeEventListener('click', reach)
      document.removeEventListener('keydown', reach)
    }
  }, [])
  return null
}
