import { STATEMENT_MAPPINGS } from '../imports/column-mappings.ts'
import type { StatementImports } from '../imports/statement-imports.ts'
import { toPendingDecision } from '../queries/pending.ts'
import type { DeskProcedures } from './procedures.ts'

/** `bank.imports` and `bank.mappings`: files of banks on their way in. */
export function importRoutes(desk: DeskProcedures, imports: StatementImports) {
  const { imports: asked, mappings } = desk.bank
  return {
    imports: {
      begin: asked.begin.handler(async ({ context, input }) => ({
        importId: await imports.begin(context, input.fileName, input.bytes),
      })),
      add: asked.add.handler(({ context, input }) => imports.add(context, input.importId, input.base64)),
      read: asked.read.handler(({ context, input }) => imports.read(context, input.importId)),
      preview: asked.preview.handler(({ context, input }) =>
        imports.find(context, input.importId).preview(context),
      ),
      lines: asked.lines.handler(({ context, input: { importId, ...window } }) =>
        imports.find(context, importId).lines(context, window),
      ),
      chooseAccount: asked.chooseAccount.handler(async ({ context, input }) => {
        const opened = imports.find(context, input.importId)
        await opened.choose(context, input.section, input.accountId)
        return opened.preview(context)
      }),
      apply: asked.apply.handler(async ({ context, input }) =>
        toPendingDecision(
          await imports.apply(
            context,
            input.importId,
            input.section,
            input.accepted,
            input.matchAutomatically,
          ),
        ),
      ),
      cancel: asked.cancel.handler(async ({ input }) => ({
        cancelled: await imports.cancel(input.importId),
      })),
      map: asked.map.handler(({ context, input }) => ({
        signature: imports.map(context, input.importId, input.mapping),
      })),
    },
    mappings: {
      list: mappings.list.handler(({ context }) => STATEMENT_MAPPINGS.list(context.workspace.journal)),
      rename: mappings.rename.handler(({ context, input: { signature, name } }) => ({
        renamed: STATEMENT_MAPPINGS.rename(context.workspace.journal, signature, name),
      })),
      forget: mappings.forget.handler(({ context, input }) => ({
        forgotten: STATEMENT_MAPPINGS.forget(context.workspace.journal, input.signature),
      })),
    },
  }
}
