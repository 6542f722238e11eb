/** A roof above a table: the table top is the sill, its legs are the walls. */
export function BrandMark() {
  return (
    <svg className="ui-brand-mark" viewBox="0 0 32 32" fill="none" aria-hidden>
      <path d="M3.5 15.25 16 4.5l12.5 10.75" stroke="currentColor" strokeWidth="2.75" />
      <path d="M2 18h28v4.5H2zM5 22.5h3V29H5zM24 22.5h3V29h-3z" fill="currentColor" />
    </svg>
  )
}
