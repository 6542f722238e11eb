'use client'

import { useEffect, useState } from 'react'
import { cx } from './cx'

type Props = { fieldId: string; max: number; initial: number }

/** How much is written, next to how much fits. It never stops anyone from typing. */
export function CharacterCount({ fieldId, max, initial }: Props) {
  const [used, setUsed] = useState(initial)
  useEffect(() => {
    const field = document.getElementById(fieldId)
    if (!(field instanceof HTMLTextAreaElement)) return
    const count = () => setUsed(field.value.length)
    count()
    field.addEventListener('input', count)
    return () => field.removeEventListener('input', count)
  }, [fieldId])
  return (
    <p className={cx('ui-count', used > max && 'ui-count-over')} id={`${fieldId}-count`}>
      {used} / {max}
    </p>
  )
}
