import {
  IconAlertTriangle,
  IconArchive,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconEye,
  IconGavel,
  IconHelpCircle,
  IconHourglass,
  IconInbox,
  IconMailOff,
  IconMessageReply,
  IconPhone,
  IconPlayerPause,
  IconProgress,
  IconTrash,
} from '@tabler/icons-react'
import type { ClusterStatus } from '#shared/contracts/console-platform/records/cluster.ts'
import type { ContactStatus } from '#shared/contracts/console-platform/records/contact.ts'
import type { InterfaceCall } from '#shared/contracts/console-platform/records/interface-call.ts'
import type { BILL_OUTCOMES } from '#shared/contracts/console-platform/records/metered-bill.ts'
import type { NoticeStatus } from '#shared/contracts/console-platform/records/notice.ts'
import type { SupervisionState } from '#shared/contracts/console-platform/records/order.ts'
import type { SubscriptionStatus } from '#shared/contracts/console-platform/records/subscription.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { type Look, Mark } from './status-mark.tsx'

const SUBSCRIPTION: Readonly<Record<SubscriptionStatus, Look>> = {
  trial: [IconProgress, 'calm'],
  active: [IconCircleCheck, 'good'],
  grace: [IconHourglass, 'warn'],
  retention: [IconPlayerPause, 'warn'],
  expired: [IconCircleX, 'calm'],
  released: [IconArchive, 'calm'],
  refunded: [IconArrowBackUp, 'calm'],
}

/** Where a subscription stands, by icon and word. */
export function SubscriptionStatusMark({ status }: { readonly status: SubscriptionStatus }) {
  return <Mark look={SUBSCRIPTION[status]} word={useTexts().statuses.subscription[status]} />
}

const CLUSTER: Readonly<Record<ClusterStatus, Look>> = {
  running: [IconCircleCheck, 'good'],
  abnormal: [IconAlertTriangle, 'warn'],
  offline: [IconPlayerPause, 'calm'],
  uninstalled: [IconTrash, 'calm'],
}

/** How a cluster was last seen, by icon and word. */
export function ClusterStatusMark({ status }: { readonly status: ClusterStatus }) {
  return <Mark look={CLUSTER[status]} word={useTexts().statuses.cluster[status]} />
}

const NOTICE: Readonly<Record<NoticeStatus, Look>> = {
  unclear: [IconHelpCircle, 'ours'],
  bounced: [IconMailOff, 'bad'],
  failed: [IconCircleX, 'bad'],
  'to-tell': [IconPhone, 'ours'],
  queued: [IconHourglass, 'theirs'],
  sending: [IconProgress, 'theirs'],
  sent: [IconCircleCheck, 'calm'],
  told: [IconMessageReply, 'calm'],
  cancelled: [IconCircleX, 'calm'],
}

/** Where a notice stands, by icon and word. */
export function NoticeStatusMark({ status }: { readonly status: NoticeStatus }) {
  return <Mark look={NOTICE[status]} word={useTexts().statuses.notice[status]} />
}

const CONTACT: Readonly<Record<ContactStatus, Look>> = {
  open: [IconInbox, 'ours'],
  answered: [IconMessageReply, 'ours'],
  'handed-over': [IconHourglass, 'theirs'],
  closed: [IconCircleCheck, 'calm'],
}

/** Where a contact record stands, by icon and word. */
export function ContactStatusMark({ status }: { readonly status: ContactStatus }) {
  return <Mark look={CONTACT[status]} word={useTexts().statuses.contact[status]} />
}

const SUPERVISION: Readonly<Record<SupervisionState, Look>> = {
  none: [IconCircleCheck, 'calm'],
  pending: [IconInbox, 'theirs'],
  delivered: [IconEye, 'theirs'],
  confirmed: [IconHourglass, 'calm'],
  completed: [IconCircleCheck, 'good'],
  rejected: [IconArrowBackUp, 'warn'],
  appealed: [IconGavel, 'ours'],
  decided: [IconHourglass, 'calm'],
  ended: [IconArchive, 'calm'],
}

/** Where the supervision of an order stands, by icon and word. */
export function SupervisionStateMark({ state }: { readonly state: SupervisionState }) {
  return <Mark look={SUPERVISION[state]} word={useTexts().statuses.supervision[state]} />
}

const CALL: Readonly<Record<InterfaceCall['outcome'], Look>> = {
  ok: [IconCircleCheck, 'good'],
  'in-process': [IconProgress, 'calm'],
  failed: [IconCircleX, 'bad'],
}

const BILL: Readonly<Record<(typeof BILL_OUTCOMES)[number], Look>> = {
  differs: [IconAlertTriangle, 'warn'],
  agrees: [IconCircleCheck, 'good'],
}

/** Whether a bill of metered use is what the rules give, by icon and word. */
export function BillOutcomeMark({ outcome }: { readonly outcome: (typeof BILL_OUTCOMES)[number] }) {
  return <Mark look={BILL[outcome]} word={useTexts().statuses.meteredBill[outcome]} />
}

/** How a call of a production interface ended, by icon and word. */
export function CallOutcomeMark({ outcome }: Pick<InterfaceCall, 'outcome'>) {
  return <Mark look={CALL[outcome]} word={useTexts().statuses.interfaceCall[outcome]} />
}
