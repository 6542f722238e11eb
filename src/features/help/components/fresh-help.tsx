'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { helpAction } from '../actions'

type Props = { at: string; pending: string; failed: ReactNode; children: ReactNode }

/** The help of the page that is open now: the frame came with that of the first page, later ones are asked for. */
export function FreshHelp({ at, pending, failed, children }: Props) {
  const path = usePathname()
  const [fresh, setFresh] = useState<{ path: string; help: ReactNode } | null>(null)
  const known = path === at || fresh?.path === path
  useEffect(() => {
    if (known) return
    let left = false
    const show = (help: ReactNode) => {
      if (!left) setFresh({ path, help })
    }
    // As a form: what is posted in another way is turned away at the door.
    const asked = new FormData()
    asked.set('at', path)
    helpAction(asked).then(show, () => show(failed))
    return () => {
      left = true
    }
  }, [path, known, failed])
  if (path === at) return children
  return known ? fresh?.help : <p role="status">{pending}</p>
}
