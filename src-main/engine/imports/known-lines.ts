import type { ImportedPeriod } from '#shared/bank-statements/identity.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { EngineClosed } from '../sync/pull.ts'
import { yieldToQueries } from '../time/yield-to-queries.ts'

/** Names read between two questions of a page: some milliseconds. */
const SLICE = 5000

/** Confirmed lines, and those of imports on their way. */
const TABLES = ['main.bank_line', 'temp.imported_bank_line'] as const

interface NamedLine {
  readonly bookedOn: string
  readonly identity: string
}

/** Names of the lines an account has in a period, slice by slice, with other questions in between. @throws EngineClosed */
export async function* knownNames(
  context: Pick<QueryContext, 'statements' | 'workspace'>,
  accountId: string,
  { from, to }: ImportedPeriod,
): AsyncGenerator<readonly string[], void> {
  for (const table of TABLES) {
    const read = context.statements.prepare<NamedLine>(
      `SELECT bookedOn, identity FROM ${table}
       WHERE accountId = @accountId AND bookedOn <= @to AND (bookedOn, identity) > (@bookedOn, @identity)
       ORDER BY bookedOn, identity LIMIT ${SLICE}`,
    )
    let last: NamedLine | undefined = { bookedOn: from, identity: '' }
    while (last !== undefined) {
      const slice: readonly NamedLine[] = read.all({ accountId, to, ...last })
      yield slice.map(({ identity }) => identity)
      last = slice.length < SLICE ? undefined : slice.at(-1)
      await yieldToQueries()
      if (!context.workspace.cache.sql.open) throw new EngineClosed()
    }
  }
}
