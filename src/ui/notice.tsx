import type { ComponentProps } from 'react'
import { TriangleAlert } from './icons'
import { NoticeBox } from './notice-box'
import { ToneIcon } from './tone-icon'

type Props = Omit<ComponentProps<typeof NoticeBox>, 'icon'>

/** The shape of a notice of this tone. */
export const noticeIcon = (tone: Props['tone']) =>
  tone === 'warning' ? <TriangleAlert size={22} aria-hidden /> : <ToneIcon tone={tone} size={22} />

export function Notice(props: Props) {
  return <NoticeBox {...props} icon={noticeIcon(props.tone)} />
}
