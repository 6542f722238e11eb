import { NotThere } from '@/features/session/components/not-there'

export default function NotFound() {
  return (
    <main id="main" className="mx-auto grid max-w-[44rem] gap-4 p-6">
      <NotThere />
    </main>
  )
}
