import { Frame } from '@/features/session/components/frame'
import { NotThere } from '@/features/session/components/not-there'
import { VisitorFrame } from '@/features/session/components/visitor-frame'
import { isDemo } from '@/features/session/queries'
import { actorOrNull, worksForSeveral } from '@/server/session'

/** An address that no page has: in the frame of whoever asks. */
export default async function NotFound() {
  const actor = await actorOrNull()
  if (!actor)
    return (
      <VisitorFrame>
        <NotThere />
      </VisitorFrame>
    )
  const several = await worksForSeveral()
  return (
    <Frame actor={actor} several={several} demo={isDemo()}>
      <NotThere />
    </Frame>
  )
}
