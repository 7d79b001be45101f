import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useImportFailure } from '#renderer/files/use-import-failure.ts'
import { accountName } from '#renderer/format/account-name.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { heldDecisions } from '#renderer/shell/decisions/held-decisions.ts'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { addedLines } from './added-lines.ts'
import type { FileImports } from './file-imports.ts'

interface Given {
  readonly accepted: Acceptable[]
  readonly matchAutomatically: boolean
}

/** Submits a section as one decision; the person is told either way, with an undo while the engine holds it. */
export function useApply(
  imports: FileImports,
  importId: string,
  section: ImportSection,
): { apply: (given: Given) => void; applying: boolean } {
  const texts = useTexts()
  const failureText = useImportFailure()
  const { account, index } = section
  const count = addedLines(section)
  const what = account === null ? '' : texts.bankImport.apply.record(grouped(count), accountName(account))
  const { mutate, isPending } = useMutation(
    engine.bank.imports.apply.mutationOptions({
      onSuccess: (pending) => {
        const decided = { id: account?.id ?? '', title: what }
        heldDecisions.tell(pending, decided, Date.now(), () => imports.undone(importId))
        imports.applied(importId, index, count)
      },
      onError: (error) =>
        notifications.show({
          color: 'red',
          withCloseButton: true,
          autoClose: false,
          message: texts.commands.failed(
            `${texts.commands.doing['bank.import-statement']} · ${what}`,
            failureText(error),
          ),
        }),
    }),
  )
  return { apply: (given) => mutate({ importId, section: index, ...given }), applying: isPending }
}
