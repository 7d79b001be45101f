import type { z } from 'zod'
import type { settlementLinesSchema } from '#shared/contracts/console-engine/settlement.ts'
import {
  settlementLineSchema,
  stepsOfLine,
} from '#shared/contracts/console-platform/records/settlement-line.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'

/** Lines told at a time. */
const AT_ONCE = 100

/** Lines of a statement in their order, each with the sentences of its steps. @throws RecordMissing */
export function readStatementLines(
  context: QueryContext,
  id: string,
  after: string | null,
): z.infer<typeof settlementLinesSchema> {
  const statement = readPresent(context, 'settlementStatement', id)
  if (statement === null) throw new RecordMissing('settlementStatement', id)
  const rows = context.statements
    .prepare<{ body: string }>(
      `SELECT body FROM settlement_line WHERE statementId = @id AND id > @after ORDER BY id LIMIT ${AT_ONCE + 1}`,
    )
    .all({ id, after: after ?? '' })
  const lines = rows.slice(0, AT_ONCE).map(({ body }) => {
    const line = settlementLineSchema.parse(JSON.parse(body))
    return { ...line, steps: stepsOfLine(line, statement) }
  })
  return { lines, next: rows.length > AT_ONCE ? (lines.at(-1)?.id ?? null) : null }
}
