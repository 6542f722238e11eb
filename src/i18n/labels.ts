// The label of a field as its compartment names it.
type Texts = { (key: string): string; has: (key: string) => boolean }

/** What a compartment calls one of its fields: its own word where it has one, else that of every form. */
export const labelOf = (t: Texts, compartment: string, field: string) => {
  const own = `compartments.${compartment}.fields.${field}`
  return t.has(own) ? t(own) : t(`fields.${field}.label`)
}
