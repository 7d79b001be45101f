import type { ImportedPeriod } from '#shared/bank-statements/identity.ts'
import { bankLineSchema } from '#shared/contracts/console-platform/records/bank-line.ts'
import { accountLine } from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import type { AccountLine } from '#shared/rules/known-lines/compare-with-known.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { EngineClosed } from '../sync/pull.ts'
import { yieldToQueries } from '../time/yield-to-queries.ts'

/** Names, and lines in full, read between two questions of a page: some milliseconds. */
const NAMES_AT_ONCE = 5000
const LINES_AT_ONCE = 250

/** Confirmed lines, and those of imports on their way. */
const TABLES = ['main.bank_line', 'temp.imported_bank_line'] as const

interface NamedLine {
  readonly bookedOn: string
  readonly identity: string
}

interface FullLine extends NamedLine {
  readonly body: string
}

type Context = Pick<QueryContext, 'statements' | 'workspace'>

/** Names of the lines an account has in a period, slice by slice, with other questions in between. @throws EngineClosed */
export async function* knownNames(
  context: Context,
  accountId: string,
  period: ImportedPeriod,
): AsyncGenerator<readonly string[], void> {
  for await (const slice of slicesOf<NamedLine>(
    context,
    accountId,
    period,
    NAMES_AT_ONCE,
    'bookedOn, identity',
  )) {
    yield slice.map(({ identity }) => identity)
  }
}

/** The same lines in full. @throws EngineClosed */
export async function* knownLines(
  context: Context,
  accountId: string,
  period: ImportedPeriod,
): AsyncGenerator<readonly AccountLine[], void> {
  const slices = slicesOf<FullLine>(context, accountId, period, LINES_AT_ONCE, 'bookedOn, identity, body')
  for await (const slice of slices) {
    yield slice.map(({ body }) => accountLine(bankLineSchema.parse(JSON.parse(body))))
  }
}

async function* slicesOf<Row extends NamedLine>(
  context: Context,
  accountId: string,
  { from, to }: ImportedPeriod,
  limit: number,
  columns: string,
): AsyncGenerator<readonly Row[], void> {
  for (const table of TABLES) {
    const read = context.statements.prepare<Row>(
      `SELECT ${columns} FROM ${table}
       WHERE accountId = @accountId AND bookedOn <= @to AND (bookedOn, identity) > (@bookedOn, @identity)
       ORDER BY bookedOn, identity LIMIT ${limit}`,
    )
    let last: NamedLine | undefined = { bookedOn: from, identity: '' }
    while (last !== undefined) {
      const { bookedOn, identity }: NamedLine = last
      const slice: readonly Row[] = read.all({ accountId, to, bookedOn, identity })
      yield slice
      last = slice.length < limit ? undefined : slice.at(-1)
      await yieldToQueries()
      if (!context.workspace.cache.sql.open) throw new EngineClosed()
    }
  }
}
