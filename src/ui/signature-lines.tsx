/** Lines to write on with a pen: a name, a day, a signature. */
export function SignatureLines({ labels }: { labels: readonly string[] }) {
  return (
    <ul className="ui-signature">
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  )
}
