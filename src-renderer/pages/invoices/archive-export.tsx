import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileZip } from '@tabler/icons-react'
import { client } from '#renderer/engine-client/engine.ts'
import { usePieceExport } from '#renderer/files/use-piece-export.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import type { InvoiceFilter } from '#shared/contracts/console-engine/invoices.ts'

/** The originals of what the list is filtered by, with an index, as a ZIP; a second press gives it up. */
export function ArchiveExport({ filter }: { readonly filter: InvoiceFilter }) {
  const words = useTexts().invoices.archive
  const { language } = useLanguage()
  const failureText = useFailureText()
  const { share, start, cancel } = usePieceExport(client.invoices.archive, {
    onDone: ({ invoices, files }) => {
      notifications.show({ message: words.done(grouped(invoices), grouped(files)) })
    },
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
  return (
    <Button
      variant="default"
      leftSection={<IconFileZip size={15} aria-hidden />}
      onClick={() => (share === null ? void start({ filter, language }) : cancel())}
    >
      {share === null ? words.open : words.running(`${Math.floor(share / 10)}%`)}
    </Button>
  )
}
