/** The title of a page in the browser's tab. */
export function Title({ text }: { text: string }) {
  return <title>{`${text} · Thuistafel`}</title>
}
