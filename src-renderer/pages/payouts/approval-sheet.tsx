import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'

/** 付款审批单, as a document. */
export function ApprovalSheet({ id }: { readonly id: string }) {
  const words = useTexts().payouts
  const { language } = useLanguage()
  const failureText = useFailureText()
  const reading = useMutation(
    engine.payouts.approvalSheet.mutationOptions({
      onSuccess: saveFile,
      onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
    }),
  )
  return (
    <Button
      variant="default"
      size="compact-xs"
      leftSection={<IconDownload size={14} aria-hidden />}
      loading={reading.isPending}
      onClick={() => reading.mutate({ id, language })}
    >
      {words.approvalSheet}
    </Button>
  )
}
