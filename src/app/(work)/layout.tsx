import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Frame } from '@/features/session/components/frame'
import { isDemo } from '@/features/session/queries'
import { currentActor, ownMemberships } from '@/server/session'

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  const several = (await ownMemberships()).length > 1
  const at = (await headers()).get('x-path') ?? '/'
  return (
    <Frame actor={actor} several={several} demo={isDemo()} at={at}>
      {children}
    </Frame>
  )
}
