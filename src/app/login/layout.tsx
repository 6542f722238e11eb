import type { ReactNode } from 'react'
import { VisitorFrame } from '@/features/session/components/visitor-frame'

export default function LoginLayout({ children }: { children: ReactNode }) {
  return <VisitorFrame>{children}</VisitorFrame>
}
