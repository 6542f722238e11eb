import { Overlay, type OverlayProps } from './overlay'

type Props = OverlayProps & { danger?: boolean }

/** A question over the page, which waits. Escape and the close button go back; without JavaScript it opens in place. */
export function Dialog(props: Props) {
  return <Overlay shape="dialog" {...props} />
}
