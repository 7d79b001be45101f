import type { Engine } from '../engine.ts'
import { listBankAccounts } from '../queries/bank/bank-accounts.ts'
import { exactMatches } from '../queries/bank/exact-matches.ts'
import { exportLines } from '../queries/bank/export-lines.ts'
import { readLineCase } from '../queries/bank/line-case.ts'
import { findTargets } from '../queries/bank/line-targets.ts'
import { listLines, totalLines } from '../queries/bank/list-lines.ts'
import { sampleStatement } from '../queries/bank/sample-statement.ts'
import { sharedTarget } from '../queries/bank/shared-target.ts'
import { RecordMissing } from '../queries/record-missing.ts'
import type { DeskProcedures } from './procedures.ts'

/** Our own accounts and the workbench. */
export function bankLineRoutes(desk: DeskProcedures, { session }: Pick<Engine, 'session'>) {
  const { bank } = desk
  return {
    accounts: bank.accounts.handler(({ context }) => listBankAccounts(context)),
    sample: bank.sample.handler(({ context, input }) => {
      // A made-up statement proves itself: there is none but of a demo.
      if (session.about()?.demo !== true) throw new RecordMissing('bankAccount', input.id)
      return sampleStatement(context, input.id)
    }),
    lines: {
      list: bank.lines.list.handler(({ context, input }) => listLines(context, input)),
      totals: bank.lines.totals.handler(({ context, input }) => totalLines(context, input)),
      get: bank.lines.get.handler(({ context, input }) => readLineCase(context, input.id)),
      export: bank.lines.export.handler(({ context, input }) => exportLines(context, input)),
      exact: bank.lines.exact.handler(({ context, input }) => exactMatches(context, input)),
      shared: bank.lines.shared.handler(({ context, input }) => sharedTarget(context, input.ids)),
      targets: bank.lines.targets.handler(({ context, input }) => findTargets(context, input)),
    },
  }
}
