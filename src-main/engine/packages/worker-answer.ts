import { z } from 'zod'
import { packageReportSchema } from '#shared/rules/listing/package-report.ts'

export const workerAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('inspected'), report: packageReportSchema }),
  /** The file system failed, or the program did; `code` as Node names it. */
  z.strictObject({ outcome: z.literal('unreadable'), code: z.string(), message: z.string() }),
])
export type WorkerAnswer = z.infer<typeof workerAnswerSchema>
