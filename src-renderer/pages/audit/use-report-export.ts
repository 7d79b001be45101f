import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import { grouped } from '../../format/quantity.ts'
import { saveFile } from '../../format/save-file.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'

/** Saves a report in the format chosen, and says how much of it the file holds. */
export function useReportExport(ask: (format: TableFormat) => Promise<ExportedRows>) {
  const texts = useTexts().table
  const failureText = useFailureText()
  return useMutation({
    mutationFn: ask,
    onSuccess: ({ rows, complete, ...file }) => {
      saveFile(file)
      const count = grouped(rows)
      notifications.show({ message: complete ? texts.exported(count) : texts.exportedPart(count) })
    },
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
}
