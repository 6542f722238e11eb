'use client'

import { useLayoutEffect, useRef } from 'react'

type Props = {
  /** The keys of the rows as they are now, together. */
  of: string
  /** The name of their boxes. */
  name: string
}

/**
 * Stands in the form of a table that keeps itself up to date while somebody ticks its rows. A row that comes later than the
 * page is not ticked, whatever it was to begin with, and shows its NewRowMark. What was ticked stays as it is.
 */
export function NewRows({ of, name }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  const known = useRef<ReadonlySet<string>>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are looked at anew
  useLayoutEffect(() => {
    const boxes = place.current?.closest('form')?.querySelectorAll<HTMLInputElement>(`[name="${name}"]`) ?? []
    for (const box of boxes) {
      if (!known.current || known.current.has(box.value)) continue
      box.checked = false
      box.closest('tr')?.setAttribute('data-new', '')
    }
    known.current = new Set([...boxes].map(({ value }) => value))
  }, [of, name])
  return <span ref={place} hidden />
}
