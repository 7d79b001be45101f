import type { z } from 'zod'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import type { orderTemplateInput } from '#shared/contracts/console-engine/order-imports.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { tableOf } from '../../exports/table-document.ts'
import { writeTable } from '../../exports/write-table.ts'
import type { QueryContext } from '../query-context.ts'
import { orderColumns } from './order-table.ts'

const TITLE = RECORD_KIND_WORDS.order

/** A file with the headings that an import reads by themselves, and nothing below them. */
export function orderTemplate(
  context: QueryContext,
  { language, format }: z.infer<typeof orderTemplateInput>,
): Promise<ExportedFile> {
  const table = tableOf(TITLE, orderColumns(context, language), [])
  return writeTable(format, { fileStem: 'orders-template', tables: [table], control: [] }, language)
}
