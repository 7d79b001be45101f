import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import type { PayoutBatchCase } from '#shared/contracts/console-engine/payout-batches.ts'

/** Saves the files of a batch: the payment file, whose hash goes on record before the first time, and 付款清单. */
export function useBatchFile({ batch, seenDigest }: PayoutBatchCase) {
  const words = useTexts().payoutBatches
  const failureText = useFailureText()
  const { decide, refusal, forgetRefusal } = useDecide()
  const saving = useMutation({
    mutationFn: async () => {
      const { file, hash, refused } = await engine.payoutBatches.file.call({ id: batch.id })
      if (refused !== null) notifications.show({ color: 'red', message: words.refused[refused] })
      if (file === null) return
      const isRecorded =
        batch.file !== null ||
        (await decide({
          ...{ type: 'payout.export-batch', recordId: batch.id, recordTitle: batch.number },
          ...{ expectedVersion: batch.version, seenDigest, arguments: { hash }, replaces: null },
        })) !== null
      if (isRecorded) saveFile(file)
    },
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
  const listing = useMutation({
    mutationFn: async () => saveFile(await engine.payoutBatches.paymentList.call({ id: batch.id })),
    onError: (error) => notifications.show({ color: 'red', message: failureText(error) }),
  })
  return {
    save: () => saving.mutate(),
    saveList: () => listing.mutate(),
    isSaving: saving.isPending || listing.isPending,
    ...{ refusal, forgetRefusal },
  }
}
