// Where the name of a code stands: the roles have theirs on top of the catalogue, for they are named everywhere.

/** The key of a code's name in the catalogue. */
export const codeKey = (list: string, code: string) =>
  list === 'role' ? `roles.${code}` : `codes.${list}.${code}`
