/** A word as it is compared: small letters and digits, without accents, spaces and marks. */
export const plain = (written: string): string =>
  written
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
