import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconClockOff,
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
export function InvoiceStatusMark({
  status,
  hasLapsed = false,
}: {
  readonly status: InvoiceStatus
  /** The confirmation it waits for is void by itself. */
  readonly hasLapsed?: boolean
}) {
  const texts = useTexts()
  return hasLapsed ? (
    <Mark look={LAPSED} word={texts.invoices.lapsed} />
  ) : (
    <Mark look={INVOICE[status]} word={texts.statuses.invoice[status]} />
  )
}

const LAPSED: Look = [IconClockOff, 'calm']
