import { NotThere } from '@/features/session/components/not-there'
import { VisitorFrame } from '@/features/session/components/visitor-frame'

export default function NotFound() {
  return (
    <VisitorFrame>
      <NotThere />
    </VisitorFrame>
  )
}
