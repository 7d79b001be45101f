import type { Bilingual } from '../base/bilingual.ts'
import type { OutboxEntry } from '../contracts/console-engine/pending.ts'
import type { ProposalStanding } from '../contracts/console-engine/rules.ts'
import type { SyncStatus } from '../contracts/console-engine/sync.ts'
import type { ApplicationStatus } from '../contracts/console-platform/records/application.ts'
import type { LineStatus } from '../contracts/console-platform/records/bank-line.ts'
import type { CommissionInvoiceStatus } from '../contracts/console-platform/records/commission-invoice.ts'
import type { CommissionRebateStatus } from '../contracts/console-platform/records/commission-rebate.ts'
import type { InvoiceStatus } from '../contracts/console-platform/records/invoice.ts'
import type { Listing, ListingVersionStatus } from '../contracts/console-platform/records/listing.ts'
import type { OfflineOrderStatus } from '../contracts/console-platform/records/offline-order.ts'
import type { OrderStatus } from '../contracts/console-platform/records/order.ts'
import type { PayoutBatchStatus } from '../contracts/console-platform/records/payout-batch.ts'
import type { PayoutStatus } from '../contracts/console-platform/records/payout-request.ts'
import type { Proposal } from '../contracts/console-platform/records/proposal.ts'
import type { Provider } from '../contracts/console-platform/records/provider.ts'
import type { ProviderAccountStatus } from '../contracts/console-platform/records/provider-account.ts'
import type { RechargeStatus } from '../contracts/console-platform/records/recharge.ts'
import type { StatementStatus } from '../contracts/console-platform/records/settlement-statement.ts'
import type { ViolationStatus } from '../contracts/console-platform/records/violation.ts'
import type { DepositStatus } from '../rules/deposits/deposit-standing.ts'
import { CLUSTER_STATUS_WORDS, SUBSCRIPTION_STATUS_WORDS } from './boards.ts'
import { CONTACT_STATUS_WORDS } from './contacts.ts'
import { CALL_OUTCOME_WORDS } from './interface-calls.ts'
import { BILL_OUTCOME_WORDS } from './metered-bills.ts'
import { NOTICE_STATUS_WORDS } from './notices.ts'
import { SUPERVISION_WORDS } from './orders.ts'

type InWords<Key extends string> = Readonly<Record<Key, Bilingual>>

const application: InWords<ApplicationStatus> = {
  submitted: { zh: '待受理', en: 'Submitted' },
  in_review: { zh: '审核中', en: 'In review' },
  changes_requested: { zh: '待补充', en: 'Changes requested' },
  approved: { zh: '已通过', en: 'Approved' },
  contract_pending: { zh: '待签约', en: 'Contract due' },
  deposit_pending: { zh: '待缴保证金', en: 'Deposit due' },
  open: { zh: '已入驻', en: 'Open' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}
const listingVersion: InWords<ListingVersionStatus> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待受理', en: 'Submitted' },
  in_review: { zh: '审核中', en: 'In review' },
  changes_requested: { zh: '待修改', en: 'Changes requested' },
  approved: { zh: '已通过', en: 'Approved' },
  live: { zh: '已上架', en: 'Live' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  delisted: { zh: '已下架', en: 'Delisted' },
}
const listing: InWords<Listing['status']> = {
  draft: { zh: '未上架', en: 'Not live yet' },
  live: { zh: '在售', en: 'Live' },
  delisted: { zh: '已下架', en: 'Delisted' },
}
const provider: InWords<Provider['status']> = {
  prospect: { zh: '入驻中', en: 'Joining' },
  active: { zh: '正常', en: 'Active' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  leaving: { zh: '退出中', en: 'Leaving' },
  closed: { zh: '已关闭', en: 'Closed' },
}
const depositObligation: InWords<DepositStatus> = {
  overdue: { zh: '已逾期', en: 'Overdue' },
  'due-soon': { zh: '即将到期', en: 'Due soon' },
  'partly-paid': { zh: '部分缴纳', en: 'Partly paid' },
  due: { zh: '待缴', en: 'Due' },
  overpaid: { zh: '多缴', en: 'Overpaid' },
  waived: { zh: '免缴', en: 'Waived' },
  held: { zh: '已缴', en: 'Held' },
  refundable: { zh: '可申请退还', en: 'Refundable' },
  'refund-requested': { zh: '待审批退还', en: 'Refund requested' },
  'refund-approved': { zh: '已批待付', en: 'Refund approved' },
  refunded: { zh: '已退还', en: 'Refunded' },
  'not-configured': { zh: '未设定金额', en: 'Amount not set' },
}
const bankLine: InWords<LineStatus> = {
  open: { zh: '未认领', en: 'Unmatched' },
  matched: { zh: '已认领', en: 'Matched' },
  'taken-back': { zh: '已退回', en: 'Taken back' },
}
const recharge: InWords<RechargeStatus> = {
  recorded: { zh: '待确认', en: 'To be confirmed' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  refused: { zh: '未确认', en: 'Refused' },
  'taken-back': { zh: '渠道已退回', en: 'Taken back' },
}
const providerAccount: InWords<ProviderAccountStatus> = {
  proposed: { zh: '待复核', en: 'Waits for a second person' },
  approved: { zh: '已启用', en: 'Approved' },
  refused: { zh: '未启用', en: 'Refused' },
  replaced: { zh: '已被取代', en: 'Replaced' },
}
const invoice: InWords<InvoiceStatus> = {
  'red-pending': { zh: '红冲待确认', en: 'Red letter to confirm' },
  doubtful: { zh: '查验不符', en: 'Doubtful' },
  recorded: { zh: '待查验', en: 'To be checked' },
  verified: { zh: '查验一致', en: 'Checked' },
  'part-reversed': { zh: '部分红冲', en: 'Partly reversed' },
  reversed: { zh: '已红冲', en: 'Reversed' },
  'red-letter': { zh: '红字发票', en: 'Red letter' },
  withdrawn: { zh: '已作废登记', en: 'Withdrawn' },
}
const payoutRequest: InWords<PayoutStatus> = {
  requested: { zh: '待核对', en: 'Requested' },
  invoice_pending: { zh: '待发票', en: 'Invoice due' },
  invoice_received: { zh: '发票已收', en: 'Invoice received' },
  verified: { zh: '待复核', en: 'Waits for approval' },
  approved_once: { zh: '待第二人复核', en: 'Waits for a second approval' },
  approved: { zh: '已批待付', en: 'Approved' },
  in_batch: { zh: '付款中', en: 'In a batch' },
  paid: { zh: '已付', en: 'Paid' },
  rejected: { zh: '已驳回', en: 'Rejected' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}
const payoutBatch: InWords<PayoutBatchStatus> = {
  draft: { zh: '草稿', en: 'Draft' },
  exported: { zh: '已生成文件', en: 'File written' },
  sent: { zh: '已提交银行', en: 'Sent to the bank' },
  part: { zh: '部分回盘', en: 'Answered in part' },
  rejected: { zh: '全部退回', en: 'Rejected' },
  accepted: { zh: '银行已受理', en: 'Accepted' },
  'settled-in-part': { zh: '部分结清，有退回', en: 'Settled in part: payments failed' },
  settled: { zh: '已结清', en: 'Settled' },
  dropped: { zh: '已作废', en: 'Given up' },
}
const violation: InWords<ViolationStatus> = {
  recorded: { zh: '待裁定', en: 'To be ruled on' },
  appealed: { zh: '申诉待裁定', en: 'Appealed' },
  upheld: { zh: '违规成立', en: 'Upheld' },
  dismissed: { zh: '不成立', en: 'Dismissed' },
  lifted: { zh: '申诉后撤销', en: 'Lifted on appeal' },
}
const commissionInvoice: InWords<CommissionInvoiceStatus> = {
  'to-issue': { zh: '待开', en: 'To issue' },
  exported: { zh: '已导出', en: 'Exported' },
  issued: { zh: '已开', en: 'Issued' },
  'red-due': { zh: '待红冲', en: 'Red letter due' },
  red: { zh: '已红冲', en: 'Red letter' },
  dropped: { zh: '已取消', en: 'Dropped' },
}
const commissionRebate: InWords<CommissionRebateStatus> = {
  due: { zh: '待返还', en: 'Due' },
  returned: { zh: '已返还', en: 'Returned' },
  'set-off': { zh: '已抵扣', en: 'Set off' },
  dropped: { zh: '已取消', en: 'Dropped' },
}
const order: InWords<OrderStatus> = {
  'in-supervision': { zh: '监管中', en: 'Under supervision' },
  unsettled: { zh: '待结算', en: 'Unsettled' },
  settled: { zh: '已结算', en: 'Settled' },
}
const settlementStatement: InWords<StatementStatus> = {
  draft: { zh: '草稿', en: 'Draft' },
  committed: { zh: '已确认', en: 'Committed' },
  voided: { zh: '已作废', en: 'Voided' },
}
const proposal: InWords<Proposal['status']> = {
  proposed: { zh: '待复核', en: 'Waits for a second person' },
  adopted: { zh: '已采用', en: 'Adopted' },
  declined: { zh: '未采用', en: 'Not adopted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}
const standing: InWords<ProposalStanding> = {
  ...{ proposed: proposal.proposed, declined: proposal.declined, withdrawn: proposal.withdrawn },
  coming: { zh: '待施行', en: 'To come' },
  'in-force': { zh: '现行', en: 'In force' },
  superseded: { zh: '已被取代', en: 'Superseded' },
}
const offlineOrder: InWords<OfflineOrderStatus> = {
  'to-confirm': { zh: '待复核', en: 'To be confirmed' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  refused: { zh: '已退回', en: 'Refused' },
}
const outbox: InWords<OutboxEntry['state']> = {
  held: { zh: '可撤销', en: 'Can be undone' },
  queued: { zh: '待同步', en: 'To be synced' },
  acknowledged: { zh: '已送达', en: 'Delivered' },
  returned: { zh: '被退回', en: 'Returned' },
}
const sync: InWords<SyncStatus['state']> = {
  'signed-out': { zh: '未登录', en: 'Signed out' },
  snapshot: { zh: '首次同步', en: 'First sync' },
  pulling: { zh: '同步中', en: 'Syncing' },
  live: { zh: '已同步', en: 'Synced' },
  offline: { zh: '离线', en: 'Offline' },
  'client-too-old': { zh: '版本过旧', en: 'Version too old' },
  'platform-too-old': { zh: '平台版本过旧', en: 'Platform too old' },
  'cache-damaged': { zh: '本地数据损坏', en: 'Local data damaged' },
}

/** What the states of each thing are called. */
export const STATUS_WORDS = {
  application,
  listingVersion,
  listing,
  provider,
  depositObligation,
  bankLine,
  recharge,
  providerAccount,
  payoutRequest,
  invoice,
  payoutBatch,
  violation,
  order,
  supervision: SUPERVISION_WORDS,
  subscription: SUBSCRIPTION_STATUS_WORDS,
  cluster: CLUSTER_STATUS_WORDS,
  contact: CONTACT_STATUS_WORDS,
  interfaceCall: CALL_OUTCOME_WORDS,
  meteredBill: BILL_OUTCOME_WORDS,
  notice: NOTICE_STATUS_WORDS,
  offlineOrder,
  commissionInvoice,
  commissionRebate,
  settlementStatement,
  companyControl: proposal,
  policyPack: proposal,
  holidayTable: proposal,
  standing,
  outbox,
  sync,
} as const
