/** A code as people type it: full-width figures, spaces and lower case made plain. */
export function normaliseCode(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
}
