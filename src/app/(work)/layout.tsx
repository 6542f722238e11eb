import type { ReactNode } from 'react'
import { wipeWhereForbidden } from '@/features/device/key'
import { PageHelp } from '@/features/help/components/page-help'
import { LiveScreen } from '@/features/live/components/live-screen'
import { Bell } from '@/features/notices/components/bell'
import { Frame } from '@/features/session/components/frame'
import { isDemo } from '@/features/session/queries'
import { currentActor, worksForSeveral } from '@/server/session'

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  await wipeWhereForbidden(actor)
  const several = await worksForSeveral()
  return (
    <Frame actor={actor} several={several} demo={isDemo()} bell={<Bell />} help={<PageHelp />}>
      {children}
      <LiveScreen />
    </Frame>
  )
}
