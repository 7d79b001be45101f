import { createHash } from 'node:crypto'
import type { BatchFile } from '#shared/contracts/console-engine/payout-batches.ts'
import { type BatchFormat, batchOrder } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { formatProblems } from '#shared/payments/payment-format.ts'
import { isPayable } from '#shared/payments/payment-problem.ts'
import { runExport } from '../../exports/run-export.ts'
import { readConfirmed } from '../../storage/cache/read-confirmed.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'

const MEDIA_TYPES = {
  xml: 'application/xml',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/**
 * The payment file of a batch, of what the batch alone says: the same bytes whenever it is asked for. Refused where a
 * bank would refuse it, where it is not the one that was written before, and of a batch that was given up, for what that
 * paid may be in another. The bytes are given out only once the platform has confirmed their hash: of a file in hand that
 * it does not know, others could give the batch up.
 * @throws RecordMissing
 */
export async function writeBatchFile(context: QueryContext, id: string): Promise<BatchFile> {
  const batch = readPresent(context, 'payoutBatch', id)
  if (batch === null) throw new RecordMissing('payoutBatch', id)
  const { format, number, file: written, dropped } = batch
  const order = batchOrder(batch)
  const bytes = await runExport({ kind: 'payments', order, format })
  const hash = createHash('sha256').update(bytes).digest('hex')
  const refused =
    dropped !== null
      ? 'dropped'
      : !isPayable(formatProblems(order, format))
        ? 'problems'
        : written !== null && written.hash !== hash
          ? 'differs'
          : null
  const extension = extensionOf(format)
  const file = {
    fileName: `${number}.${extension}`,
    mediaType: MEDIA_TYPES[extension],
    base64: bytes.toString('base64'),
  }
  const confirmed = readConfirmed(context.workspace.cache.sql, 'payoutBatch', id)
  const isOut = confirmed?.file?.hash === hash
  return { file: refused === null && isOut ? file : null, hash, refused }
}

function extensionOf(format: BatchFormat): keyof typeof MEDIA_TYPES {
  return format.kind === 'template' ? format.template.file : 'xml'
}
