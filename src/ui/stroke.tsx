type Props = { size: number; d: string; className?: string }

/** A mark of one line, for a form in the browser: the icons of elsewhere would bring all that icons can do along. */
export const Stroke = ({ size, ...line }: Props) => (
  <svg
    className={line.className}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <path d={line.d} />
  </svg>
)
