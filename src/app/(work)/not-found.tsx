import { NotThere } from '@/features/session/components/not-there'

/** Within the frame, which has its main already. */
export default function NotFoundHere() {
  return <NotThere />
}
