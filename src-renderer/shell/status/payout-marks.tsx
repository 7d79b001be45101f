import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconFileCheck,
  IconFileInvoice,
  IconInbox,
  IconPencil,
  IconProgressAlert,
  IconSend,
  IconUserCheck,
} from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { PayoutBatchStatus } from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { PayoutStatus } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { ProviderAccountStatus } from '#shared/contracts/console-platform/records/provider-account.ts'
import { type Look, Mark } from './status-mark.tsx'

const PAYOUT: Readonly<Record<PayoutStatus, Look>> = {
  requested: [IconInbox, 'ours'],
  invoice_pending: [IconFileInvoice, 'theirs'],
  invoice_received: [IconInbox, 'ours'],
  verified: [IconUserCheck, 'ours'],
  approved_once: [IconUserCheck, 'ours'],
  approved: [IconClock, 'ours'],
  in_batch: [IconSend, 'theirs'],
  paid: [IconCircleCheck, 'good'],
  rejected: [IconCircleX, 'calm'],
  cancelled: [IconArrowBackUp, 'calm'],
}

/** Where a request to be paid stands, by icon and word. */
export function PayoutStatusMark({ status }: { readonly status: PayoutStatus }) {
  return <Mark look={PAYOUT[status]} word={useTexts().statuses.payoutRequest[status]} />
}

const ACCOUNT: Readonly<Record<ProviderAccountStatus, Look>> = {
  proposed: [IconInbox, 'ours'],
  approved: [IconCircleCheck, 'good'],
  refused: [IconCircleX, 'calm'],
  replaced: [IconArrowBackUp, 'calm'],
}

/** Where an account that a provider is paid to stands, by icon and word. */
export function PayeeAccountStatusMark({ status }: { readonly status: ProviderAccountStatus }) {
  return <Mark look={ACCOUNT[status]} word={useTexts().statuses.providerAccount[status]} />
}

const BATCH: Readonly<Record<PayoutBatchStatus, Look>> = {
  draft: [IconPencil, 'ours'],
  exported: [IconFileCheck, 'ours'],
  sent: [IconSend, 'theirs'],
  part: [IconProgressAlert, 'warn'],
  rejected: [IconCircleX, 'bad'],
  accepted: [IconClock, 'theirs'],
  'settled-in-part': [IconProgressAlert, 'warn'],
  settled: [IconCircleCheck, 'good'],
  dropped: [IconArrowBackUp, 'calm'],
}

/** Where a batch of payments stands, by icon and word. */
export function PayoutBatchStatusMark({ status }: { readonly status: PayoutBatchStatus }) {
  return <Mark look={BATCH[status]} word={useTexts().statuses.payoutBatch[status]} />
}
