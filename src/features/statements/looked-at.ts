// How every page is looked at before a change is let in. The tests in the browser take it from here, and the
// accessibility statement tells it: what is told is what is done.

/** Sets of rules of axe. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const
/** Widths of the window in pixels: a desk, a tablet, a small phone, or a desk at 400%. */
export const WIDTHS = [1440, 768, 320] as const
export const THEMES = ['light', 'dark'] as const
/** The day on which somebody last read the statement against the application. */
export const REVIEWED_ON = '2026-11-30'
