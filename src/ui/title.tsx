/** The title of a page in the browser's tab. `error` stands in front: something on the page is wrong. */
export function Title({ text, error }: { text: string; error?: string }) {
  return <title>{`${error ? `${error}: ` : ''}${text} · Thuistafel`}</title>
}
