import type { Bilingual } from '#shared/base/bilingual.ts'
import type { BookException, BookExport } from '#shared/contracts/console-engine/books.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import { ACCEPTED_WORDS } from '#shared/words/accepted.ts'
import { EXCEPTION_WORDS, BOOK_HEADINGS as HEADINGS } from '#shared/words/books.ts'
import { CLOSE_CHECK_WORDS } from '#shared/words/settlement.ts'
import { type TableColumn, tableOf, textCell } from '../../exports/table-document.ts'
import { writeTable } from '../../exports/write-table.ts'
import { exportOrigin } from '../export-origin.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { exceptionsOf } from './exceptions.ts'

const TITLE: Bilingual = { zh: '本月例外', en: 'Exceptions of the month' }

/** What of a month was let be, as a file. */
export function writeExceptions(
  context: QueryContext,
  { language, format, ...of }: BookExport,
): Promise<ExportedFile> {
  const document = {
    fileStem: `exceptions-${of.marketplace}-${of.month}`,
    tables: [tableOf(TITLE, columns(language), exceptionsOf(context, of))] as const,
    control: [
      [textCell(TITLE[language])],
      [textCell(marketplaceName(context, of.marketplace)[language]), textCell(of.month)],
      ...exportOrigin(context, language),
    ],
  }
  return writeTable(format, document, language)
}

function columns(language: keyof Bilingual): TableColumn<BookException>[] {
  return [
    { header: HEADINGS.kind, kind: 'text', width: 20, value: ({ kind }) => EXCEPTION_WORDS[kind][language] },
    { header: HEADINGS.about, kind: 'text', width: 40, value: ({ title }) => title },
    {
      header: HEADINGS.reason,
      kind: 'text',
      width: 48,
      value: ({ check, accepted, reason }) =>
        [
          check === null ? '' : CLOSE_CHECK_WORDS[check][language],
          ...accepted.map((each) => ACCEPTED_WORDS[each][language]),
          reason,
        ]
          .filter(Boolean)
          .join(' · '),
    },
    { header: HEADINGS.by, kind: 'text', width: 14, value: ({ byName }) => byName },
    { header: HEADINGS.at, kind: 'moment', value: ({ at }) => at },
  ]
}
