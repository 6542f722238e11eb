'use client'
import { lazy, Suspense } from 'react'
import type { Failure } from '@/features/session/components/failed'

// Fetched when something breaks: it stands by on every page, and must weigh little. What cannot be fetched then, the last
// resort shows, which has it already.
const Failed = lazy(() => import('@/features/session/components/failed'))

/** Within the frame: the menu still leads everywhere else. */
export default function FailedHere(failure: Failure) {
  return (
    <Suspense>
      <Failed {...failure} />
    </Suspense>
  )
}
