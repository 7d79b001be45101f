import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { ExportMenu } from '#renderer/table/export-menu.tsx'
import type { DepositFilter } from '#shared/contracts/console-engine/deposits.ts'

interface RegisterExportMenuProps {
  readonly filter: DepositFilter
  readonly sort: { readonly column: 'dueOn' | 'name' | 'amount'; readonly descending: boolean }
}

/** Saves the register as filtered and ordered on screen, in the format chosen. */
export function RegisterExportMenu({ filter, sort }: RegisterExportMenuProps) {
  const texts = useTexts().deposits
  const { language } = useLanguage()
  const failureText = useFailureText()
  const exporting = useMutation(
    engine.deposits.export.mutationOptions({
      onSuccess: ({ rows, complete, ...file }) => {
        saveFile(file)
        const count = grouped(rows)
        notifications.show({ message: complete ? texts.exported(count) : texts.exportedPart(count) })
      },
      onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
    }),
  )
  return (
    <ExportMenu
      label={texts.export}
      formats={texts.formats}
      exporting={exporting.isPending}
      onExport={(format) => exporting.mutate({ filter, sort, language, format })}
    />
  )
}
