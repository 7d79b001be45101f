import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { ExportMenu } from '#renderer/table/export-menu.tsx'

interface ReportExportMenuProps {
  readonly accountId: string
  readonly month: string
}

/** Saves the report as a workbook, or its lines as CSV. */
export function ReportExportMenu({ accountId, month }: ReportExportMenuProps) {
  const texts = useTexts().bankReports
  const { language } = useLanguage()
  const failureText = useFailureText()
  const exporting = useMutation(
    engine.bank.reports.export.mutationOptions({
      onSuccess: (file) => {
        saveFile(file)
        notifications.show({ message: texts.exported(file.fileName) })
      },
      onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
    }),
  )
  return (
    <ExportMenu
      label={texts.export}
      formats={texts.formats}
      exporting={exporting.isPending}
      onExport={(format) => exporting.mutate({ accountId, month, language, format })}
    />
  )
}
