import { Overlay, type OverlayProps } from './overlay'

type Props = OverlayProps & {
  /** Where there is room the page beside it stays in use. */
  beside?: boolean
  /** A key that opens and closes it, outside fields. Only when the person has not switched letters off. */
  hotkey?: string
}

/** What goes with the page, at its edge. Without JavaScript it is a sheet that its own button closes. */
export function Drawer(props: Props) {
  return <Overlay shape="drawer" {...props} />
}
