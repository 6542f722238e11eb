const plain = (name: string) => name.trim().toLowerCase()

/** Whether two names that were typed are the same person's, as far as a name tells. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other)
