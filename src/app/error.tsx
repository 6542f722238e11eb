'use client'
import { Failed, type Failure } from '@/features/session/components/failed'

export default function FailedOutside(failure: Failure) {
  return (
    <main id="main" className="mx-auto max-w-[44rem] p-6">
      <Failed {...failure} />
    </main>
  )
}
