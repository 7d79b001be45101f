import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { saveText } from '#renderer/format/save-text.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import type { DepositFilter } from '#shared/contracts/console-engine/deposits.ts'

interface ExportButtonProps {
  readonly filter: DepositFilter
  readonly sort: { readonly column: 'dueOn' | 'name' | 'amount'; readonly descending: boolean }
}

/** Saves the register as filtered and ordered on screen. */
export function ExportButton({ filter, sort }: ExportButtonProps) {
  const texts = useTexts().deposits
  const { language } = useLanguage()
  const failureText = useFailureText()
  const exporting = useMutation(
    engine.deposits.export.mutationOptions({
      onSuccess: ({ fileName, csv, rows, complete }) => {
        saveText(fileName, 'text/csv;charset=utf-8', csv)
        const count = grouped(rows)
        notifications.show({ message: complete ? texts.exported(count) : texts.exportedPart(count) })
      },
      onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
    }),
  )
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      loading={exporting.isPending}
      onClick={() => exporting.mutate({ filter, sort, language })}
    >
      {texts.export}
    </Button>
  )
}
