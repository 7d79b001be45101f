import type { Bilingual } from '#shared/base/bilingual.ts'
import { PROVISIONAL_WORDS } from '#shared/words/headings.ts'
import type { TableColumn } from './table-document.ts'

/** Says of the day in the column before that it may still change: the holidays of its year are not published. */
export function provisionalColumn<Row>(
  language: keyof Bilingual,
  isProvisional: (row: Row) => boolean,
): TableColumn<Row> {
  return {
    header: PROVISIONAL_WORDS.heading,
    kind: 'text',
    width: 12,
    value: (row) => (isProvisional(row) ? PROVISIONAL_WORDS.yes[language] : null),
  }
}
