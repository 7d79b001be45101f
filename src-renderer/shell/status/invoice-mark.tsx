import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconInbox,
} from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { InvoiceStatus } from '#shared/contracts/console-platform/records/invoice.ts'
import { type Look, Mark } from './status-mark.tsx'

const INVOICE: Readonly<Record<InvoiceStatus, Look>> = {
  'red-pending': [IconClock, 'warn'],
  doubtful: [IconAlertTriangle, 'bad'],
  recorded: [IconInbox, 'ours'],
  verified: [IconCircleCheck, 'good'],
  'part-reversed': [IconArrowBackUp, 'warn'],
  reversed: [IconCircleX, 'calm'],
  'red-letter': [IconArrowBackUp, 'calm'],
  withdrawn: [IconArrowBackUp, 'calm'],
}

/** Where an invoice of a provider stands, by icon and word. */
export function InvoiceStatusMark({ status }: { readonly status: InvoiceStatus }) {
  return <Mark look={INVOICE[status]} word={useTexts().statuses.invoice[status]} />
}
