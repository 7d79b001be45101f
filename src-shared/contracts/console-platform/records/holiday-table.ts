import { z } from 'zod'
import { type HolidayYear, holidayYearSchema } from '../../../calendar/holiday-year.ts'
import { fromFileShape, PROPOSED_FILE_LIMIT, readJson } from './policy-pack.ts'
import { proposalShape } from './proposal.ts'

/** A year's table of holidays 放假安排 that was imported at the desk; counted by from its first day on. */
export const holidayTableRecordSchema = z.strictObject({
  ...proposalShape,
  ...fromFileShape,
  year: z.int().min(1949).max(9999),
  /** The table as JSON, see `tableOf`. */
  table: z.string().min(2).max(PROPOSED_FILE_LIMIT),
})
export type HolidayTableRecord = Readonly<z.infer<typeof holidayTableRecordSchema>>

/** The table of a record; null where this program does not take it as one. */
export function tableOf({ table }: Pick<HolidayTableRecord, 'table'>): HolidayYear | null {
  return readJson(holidayYearSchema, table)
}
