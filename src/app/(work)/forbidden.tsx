import { ForAnotherRole } from '@/features/session/components/not-there'

/** For an address that tells nothing by being there: a list, or a form to begin something new. */
export default function Forbidden() {
  return <ForAnotherRole />
}
