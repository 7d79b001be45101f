import { z } from 'zod'
import { ulidSchema } from '../../base/ids.ts'
import { statementLineShape } from './records/bank-line.ts'

/** Most lines of one statement. */
export const STATEMENT_LINES_LIMIT = 200_000
/** Most characters of a packed statement: 200,000 lines of the widest layout take about half of it. */
export const PACKED_LINES_LIMIT = 24 * 1024 * 1024

/** A line on its way to the platform. */
export const importedLineSchema = z.strictObject({
  /** The id it will have; null where the account has it already. */
  id: ulidSchema.nullable(),
  ...statementLineShape,
})
export type ImportedLine = Readonly<z.infer<typeof importedLineSchema>>
