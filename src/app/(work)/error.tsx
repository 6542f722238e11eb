'use client'
import { Failed, type Failure } from '@/features/session/components/failed'

/** Within the frame: the menu still leads everywhere else. */
export default function FailedHere(failure: Failure) {
  return <Failed {...failure} />
}
