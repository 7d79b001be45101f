import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import { grouped } from '../format/quantity.ts'
import { saveFile } from '../format/save-file.ts'
import { useFailureText } from '../i18n/failure-text.ts'
import { useLanguage, useTexts } from '../i18n/language-context.ts'
import { useKeys } from '../shell/keys/use-keys.ts'
import { ExportMenu } from '../table/export-menu.tsx'
import type { Queue } from './use-queue.ts'

interface QueueExportProps<Search, Filter, Column extends string, Row> {
  readonly queue: Queue<Search, Filter, Column, Row>
}

/** Saves a queue as filtered and ordered on screen, in the format chosen. */
export function QueueExport<Search, Filter, Column extends string, Row>({
  queue: { exported, filter, sort },
}: QueueExportProps<Search, Filter, Column, Row>) {
  const texts = useTexts().table
  const { language } = useLanguage()
  const failureText = useFailureText()
  const exporting = useMutation({
    mutationFn: (format: TableFormat) => exported.call({ filter, sort, language, format }),
    onSuccess: ({ rows, complete, ...file }) => {
      saveFile(file)
      const count = grouped(rows)
      notifications.show({ message: complete ? texts.exported(count) : texts.exportedPart(count) })
    },
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
  useKeys([
    {
      means: 'export-list',
      label: texts.exportAs(texts.formats.xlsx),
      run: () => {
        if (!exporting.isPending) exporting.mutate('xlsx')
      },
    },
  ])
  return (
    <ExportMenu
      label={texts.export}
      formats={texts.formats}
      exporting={exporting.isPending}
      onExport={exporting.mutate}
    />
  )
}
