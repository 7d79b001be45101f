import {
  type Icon,
  IconAlertCircle,
  IconAlertTriangle,
  IconArchive,
  IconArrowBack,
  IconArrowBackUp,
  IconBan,
  IconCalendarCheck,
  IconCalendarTime,
  IconCash,
  IconCashOff,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDashedCheck,
  IconCircleX,
  IconClock,
  IconCoin,
  IconCoins,
  IconDoorExit,
  IconEye,
  IconGavel,
  IconHistory,
  IconHourglass,
  IconInbox,
  IconMessageReply,
  IconPencil,
  IconPlayerPause,
  IconProgress,
  IconQuestionMark,
  IconSignature,
  IconWorldCheck,
} from '@tabler/icons-react'
import type { OutboxEntry } from '#shared/contracts/console-engine/pending.ts'
import type { ProposalStanding } from '#shared/contracts/console-engine/rules.ts'
import type { ApplicationStatus } from '#shared/contracts/console-platform/records/application.ts'
import type { LineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { CommissionInvoiceStatus } from '#shared/contracts/console-platform/records/commission-invoice.ts'
import type { CommissionRebateStatus } from '#shared/contracts/console-platform/records/commission-rebate.ts'
import type { ListingVersionStatus } from '#shared/contracts/console-platform/records/listing.ts'
import type { OfflineOrderStatus } from '#shared/contracts/console-platform/records/offline-order.ts'
import type { OrderStatus } from '#shared/contracts/console-platform/records/order.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { RechargeStatus } from '#shared/contracts/console-platform/records/recharge.ts'
import type { StatementStatus } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { ViolationStatus } from '#shared/contracts/console-platform/records/violation.ts'
import type { Confidence } from '#shared/rules/bank-matching/confidence.ts'
import type { DepositStatus } from '#shared/rules/deposits/deposit-standing.ts'
import { useTexts } from '../../i18n/language-context.ts'
import classes from './status-mark.module.css'

type Tone = 'ours' | 'theirs' | 'good' | 'warn' | 'bad' | 'calm'
export type Look = readonly [icon: Icon, tone: Tone]

const APPLICATION: Readonly<Record<ApplicationStatus, Look>> = {
  submitted: [IconInbox, 'ours'],
  in_review: [IconEye, 'ours'],
  changes_requested: [IconMessageReply, 'theirs'],
  approved: [IconCircleCheck, 'good'],
  contract_pending: [IconSignature, 'theirs'],
  deposit_pending: [IconCoin, 'theirs'],
  open: [IconWorldCheck, 'good'],
  rejected: [IconCircleX, 'bad'],
  withdrawn: [IconArrowBackUp, 'calm'],
}
const LISTING_VERSION: Readonly<Record<ListingVersionStatus, Look>> = {
  draft: [IconPencil, 'calm'],
  submitted: [IconInbox, 'ours'],
  in_review: [IconEye, 'ours'],
  changes_requested: [IconMessageReply, 'theirs'],
  approved: [IconCircleCheck, 'good'],
  live: [IconWorldCheck, 'good'],
  rejected: [IconCircleX, 'bad'],
  withdrawn: [IconArrowBackUp, 'calm'],
  delisted: [IconArchive, 'calm'],
}
const PROVIDER: Readonly<Record<Provider['status'], Look>> = {
  prospect: [IconHourglass, 'theirs'],
  active: [IconCircleCheck, 'good'],
  suspended: [IconPlayerPause, 'warn'],
  leaving: [IconDoorExit, 'warn'],
  closed: [IconBan, 'calm'],
}
const DEPOSIT: Readonly<Record<DepositStatus, Look>> = {
  overdue: [IconAlertCircle, 'bad'],
  'due-soon': [IconClock, 'warn'],
  'partly-paid': [IconProgress, 'theirs'],
  due: [IconCoin, 'theirs'],
  overpaid: [IconCoins, 'ours'],
  waived: [IconCalendarCheck, 'calm'],
  held: [IconCircleCheck, 'good'],
  refundable: [IconArrowBackUp, 'ours'],
  'refund-requested': [IconHourglass, 'ours'],
  'refund-approved': [IconCash, 'ours'],
  refunded: [IconCashOff, 'calm'],
  'not-configured': [IconQuestionMark, 'calm'],
}
const BANK_LINE: Readonly<Record<LineStatus, Look>> = {
  open: [IconCircleDashed, 'ours'],
  matched: [IconCircleCheck, 'good'],
  'taken-back': [IconArrowBackUp, 'calm'],
}
const CONFIDENCE: Readonly<Record<Confidence, Look>> = {
  exact: [IconCircleCheck, 'good'],
  likely: [IconCircleDashedCheck, 'ours'],
  doubtful: [IconAlertTriangle, 'warn'],
  none: [IconQuestionMark, 'calm'],
}
const OUTBOX: Readonly<Record<OutboxEntry['state'], Look>> = {
  held: [IconArrowBackUp, 'ours'],
  queued: [IconClock, 'warn'],
  acknowledged: [IconCircleCheck, 'good'],
  returned: [IconArrowBack, 'bad'],
}

const STANDING: Readonly<Record<ProposalStanding, Look>> = {
  proposed: [IconClock, 'ours'],
  coming: [IconCalendarTime, 'theirs'],
  'in-force': [IconCircleCheck, 'good'],
  superseded: [IconHistory, 'calm'],
  declined: [IconCircleX, 'bad'],
  withdrawn: [IconArrowBackUp, 'calm'],
}

interface MarkProps {
  readonly look: Look
  readonly word: string
}

export function Mark({ look: [StatusIcon, tone], word }: MarkProps) {
  return (
    <span className={classes.mark} data-tone={tone}>
      <StatusIcon size={15} stroke={1.75} aria-hidden />
      <span className={classes.word}>{word}</span>
    </span>
  )
}

/** Where an application stands, by icon and word. */
export function ApplicationStatusMark({ status }: { readonly status: ApplicationStatus }) {
  return <Mark look={APPLICATION[status]} word={useTexts().statuses.application[status]} />
}

/** Where a submitted version stands, by icon and word. */
export function ListingVersionStatusMark({ status }: { readonly status: ListingVersionStatus }) {
  return <Mark look={LISTING_VERSION[status]} word={useTexts().statuses.listingVersion[status]} />
}

/** Where a vendor stands, by icon and word. */
export function ProviderStatusMark({ status }: { readonly status: Provider['status'] }) {
  return <Mark look={PROVIDER[status]} word={useTexts().statuses.provider[status]} />
}

/** That no money goes to a provider. */
export function PayoutsPausedMark() {
  return <Mark look={[IconPlayerPause, 'warn']} word={useTexts().providers.payoutsPausedMark} />
}

/** How a deposit stands today, by icon and word. */
export function DepositStatusMark({ status }: { readonly status: DepositStatus }) {
  return <Mark look={DEPOSIT[status]} word={useTexts().statuses.depositObligation[status]} />
}

const RECHARGE: Readonly<Record<RechargeStatus, Look>> = {
  recorded: [IconInbox, 'ours'],
  confirmed: [IconCircleCheck, 'good'],
  refused: [IconCircleX, 'calm'],
  'taken-back': [IconArrowBackUp, 'calm'],
}

/** Where a recharge stands, by icon and word. */
export function RechargeStatusMark({ status }: { readonly status: RechargeStatus }) {
  return <Mark look={RECHARGE[status]} word={useTexts().statuses.recharge[status]} />
}

const VIOLATION: Readonly<Record<ViolationStatus, Look>> = {
  recorded: [IconInbox, 'ours'],
  appealed: [IconMessageReply, 'ours'],
  upheld: [IconGavel, 'bad'],
  dismissed: [IconCircleX, 'calm'],
  lifted: [IconArrowBackUp, 'calm'],
}

/** Where a violation stands, by icon and word. */
export function ViolationStatusMark({ status }: { readonly status: ViolationStatus }) {
  return <Mark look={VIOLATION[status]} word={useTexts().statuses.violation[status]} />
}

const ORDER: Readonly<Record<OrderStatus, Look>> = {
  'in-supervision': [IconEye, 'theirs'],
  unsettled: [IconCircleDashed, 'calm'],
  settled: [IconCircleCheck, 'good'],
}

const STATEMENT: Readonly<Record<StatementStatus, Look>> = {
  draft: [IconCircleDashed, 'ours'],
  committed: [IconCircleCheck, 'good'],
  voided: [IconCircleX, 'calm'],
}

/** Where a settlement statement stands, by icon and word. */
export function StatementStatusMark({ status }: { readonly status: StatementStatus }) {
  return <Mark look={STATEMENT[status]} word={useTexts().statuses.settlementStatement[status]} />
}

const OFFLINE_ORDER: Readonly<Record<OfflineOrderStatus, Look>> = {
  'to-confirm': [IconInbox, 'ours'],
  confirmed: [IconCircleCheck, 'good'],
  refused: [IconCircleX, 'calm'],
}

/** Where an order written down by hand stands, by icon and word. */
export function OfflineOrderStatusMark({ status }: { readonly status: OfflineOrderStatus }) {
  return <Mark look={OFFLINE_ORDER[status]} word={useTexts().statuses.offlineOrder[status]} />
}

const COMMISSION_INVOICE: Readonly<Record<CommissionInvoiceStatus, Look>> = {
  'to-issue': [IconInbox, 'ours'],
  exported: [IconHourglass, 'ours'],
  issued: [IconCircleCheck, 'good'],
  'red-due': [IconAlertTriangle, 'warn'],
  red: [IconArrowBackUp, 'calm'],
  dropped: [IconBan, 'calm'],
}

/** Where a commission invoice stands, by icon and word. */
export function CommissionInvoiceStatusMark({ status }: { readonly status: CommissionInvoiceStatus }) {
  return <Mark look={COMMISSION_INVOICE[status]} word={useTexts().statuses.commissionInvoice[status]} />
}

const COMMISSION_REBATE: Readonly<Record<CommissionRebateStatus, Look>> = {
  due: [IconInbox, 'ours'],
  returned: [IconCircleCheck, 'good'],
  'set-off': [IconCircleCheck, 'calm'],
  dropped: [IconBan, 'calm'],
}

/** Where a rebate stands, by icon and word. */
export function CommissionRebateStatusMark({ status }: { readonly status: CommissionRebateStatus }) {
  return <Mark look={COMMISSION_REBATE[status]} word={useTexts().statuses.commissionRebate[status]} />
}

/** Whether an order is settled, by icon and word. */
export function OrderStatusMark({ status }: { readonly status: OrderStatus }) {
  return <Mark look={ORDER[status]} word={useTexts().statuses.order[status]} />
}

/** Whether a bank line is accounted for, by icon and word. */
export function LineStatusMark({ status }: { readonly status: LineStatus }) {
  return <Mark look={BANK_LINE[status]} word={useTexts().statuses.bankLine[status]} />
}

/** How a change that two people put into force stands today, by icon and word. */
export function StandingMark({ standing }: { readonly standing: ProposalStanding }) {
  return <Mark look={STANDING[standing]} word={useTexts().statuses.standing[standing]} />
}

/** How sure it is what an open line is, by icon and word. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }) {
  return <Mark look={CONFIDENCE[confidence]} word={useTexts().bankLines.confidence[confidence]} />
}

/** Where a decision stands on its way, by icon and word. */
export function DecisionStateMark({ state }: { readonly state: OutboxEntry['state'] }) {
  return <Mark look={OUTBOX[state]} word={useTexts().statuses.outbox[state]} />
}
