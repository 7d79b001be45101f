import type { z } from 'zod'
import {
  DEPOSIT_EXPORT_LIMIT,
  type DepositRow,
  type depositExportInput,
  type depositExportSchema,
} from '#shared/contracts/console-engine/deposits.ts'
import { WINDOW_LIMIT } from '#shared/contracts/console-engine/protocol.ts'
import { writeTable } from '../../exports/write-table.ts'
import type { QueryContext } from '../query-context.ts'
import { depositControl } from './deposit-control.ts'
import { depositTable } from './deposit-table.ts'
import { listDeposits } from './list-deposits.ts'

/** The filtered register of today as a file; beyond the limit it is cut and says so. */
export async function exportDeposits(
  context: QueryContext,
  { filter, sort, language, format }: z.infer<typeof depositExportInput>,
): Promise<z.infer<typeof depositExportSchema>> {
  const rows: DepositRow[] = []
  let after: string | null = null
  do {
    const window: ReturnType<typeof listDeposits> = listDeposits(context, {
      filter,
      sort,
      after,
      limit: WINDOW_LIMIT,
    })
    rows.push(...window.rows)
    after = window.next
  } while (after !== null && rows.length < DEPOSIT_EXPORT_LIMIT)
  const complete = after === null
  const file = await writeTable(
    format,
    {
      fileStem: `deposits-${context.today}`,
      tables: [depositTable(context, rows, language)],
      control: depositControl(context, { filter, rows, complete }, language),
    },
    language,
  )
  return { ...file, rows: rows.length, complete }
}
