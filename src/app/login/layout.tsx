import type { ReactNode } from 'react'
import { PageHelp } from '@/features/help/components/page-help'
import { VisitorFrame } from '@/features/session/components/visitor-frame'

export default function LoginLayout({ children }: { children: ReactNode }) {
  return <VisitorFrame help={<PageHelp visitor />}>{children}</VisitorFrame>
}
