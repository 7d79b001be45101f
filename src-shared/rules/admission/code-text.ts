import { foldForms } from '../../base/fold-writing.ts'

/** A code as people type it: full-width figures, spaces and lower case made plain. */
export function normaliseCode(text: string): string {
  return foldForms(text).replaceAll(/\s/g, '').toUpperCase()
}
