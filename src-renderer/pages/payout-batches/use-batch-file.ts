import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { saveFile } from '#renderer/format/save-file.ts'
import { useFailureText } from '#renderer/i18n/failure-text.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useDecide } from '#renderer/shell/decisions/use-decide.ts'
import type { PayoutBatchCase } from '#shared/contracts/console-engine/payout-batches.ts'

/**
 * Saves the files of a batch: the payment file, once the platform has confirmed that its hash is on record, and 付款清单.
 * What comes back instead saves nothing.
 */
export function useBatchFile({ batch, pending, returned, seenDigest }: PayoutBatchCase) {
  const words = useTexts().payoutBatches
  const failureText = useFailureText()
  const { decide, refusal, forgetRefusal } = useDecide()
  /** The decision whose outcome the file waits for. */
  const [awaited, setAwaited] = useState<string | null>(null)
  const onError = (error: Error) => notifications.show({ color: 'red', message: failureText(error) })
  const saving = useMutation({
    mutationFn: async () => {
      const { file, hash, refused } = await engine.payoutBatches.file.call({ id: batch.id })
      if (refused !== null) notifications.show({ color: 'red', message: words.refused[refused] })
      if (file !== null) saveFile(file)
      if (file !== null || refused !== null) return
      const decided = await decide({
        ...{ type: 'payout.export-batch', recordId: batch.id, recordTitle: batch.number },
        ...{ expectedVersion: batch.version, seenDigest, arguments: { hash }, replaces: null },
      })
      setAwaited(decided?.commandId ?? null)
    },
    onError,
  })
  const { mutate: save } = saving
  const isAwaited = pending.some(({ commandId }) => commandId === awaited)
  const cameBack = returned.some(({ commandId }) => commandId === awaited)
  const isOut = batch.file !== null && !isAwaited
  useEffect(() => {
    if (awaited === null || (!isOut && !cameBack)) return
    setAwaited(null)
    if (isOut) save()
  }, [awaited, isOut, cameBack, save])
  const listing = useMutation({
    mutationFn: async () => saveFile(await engine.payoutBatches.paymentList.call({ id: batch.id })),
    onError,
  })
  return {
    save,
    saveList: () => listing.mutate(),
    isSaving: saving.isPending || listing.isPending || awaited !== null,
    ...{ refusal, forgetRefusal },
  }
}
