import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { TABLE_FORMATS } from '#shared/contracts/console-engine/files.ts'

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
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          loading={exporting.isPending}
        >
          {texts.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {TABLE_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => exporting.mutate({ accountId, month, language, format })}>
            {texts.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
