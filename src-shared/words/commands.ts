import type { Bilingual } from '../base/bilingual.ts'
import type { CommandType } from '../contracts/console-platform/commands.ts'

type InWords = Readonly<Record<CommandType, Bilingual>>

/** On the button that gives the command. */
const doing: InWords = {
  'application.assign': { zh: '分配', en: 'Assign' },
  'application.start-review': { zh: '开始审核', en: 'Start review' },
  'application.request-changes': { zh: '要求补充', en: 'Request changes' },
  'application.approve': { zh: '批准', en: 'Approve' },
  'application.reject': { zh: '驳回', en: 'Reject' },
  'application.record-contract': { zh: '登记协议', en: 'Record contract' },
  'application.open': { zh: '开通', en: 'Open' },
  'listing.assign': { zh: '分配', en: 'Assign' },
  'listing.start-review': { zh: '开始审核', en: 'Start review' },
  'listing.request-changes': { zh: '要求修改', en: 'Request changes' },
  'listing.approve': { zh: '批准', en: 'Approve' },
  'listing.reject': { zh: '驳回', en: 'Reject' },
  'listing.override-finding': { zh: '豁免检查项', en: 'Override finding' },
  'listing.publish': { zh: '上架', en: 'Publish' },
  'listing.propose-delisting': { zh: '提议下架', en: 'Propose delisting' },
  'listing.delist': { zh: '下架', en: 'Delist' },
  'deposit.waive': { zh: '免缴', en: 'Waive' },
  'deposit.match': { zh: '认领', en: 'Match' },
  'deposit.unmatch': { zh: '撤销认领', en: 'Undo match' },
  'deposit.issue-receipt': { zh: '开具收据', en: 'Issue receipt' },
  'deposit.request-refund': { zh: '申请退还', en: 'Request refund' },
  'deposit.approve-refund': { zh: '批准退还', en: 'Approve refund' },
  'deposit.decline-refund': { zh: '不批准退还', en: 'Decline refund' },
  'deposit.hold-refund': { zh: '暂停退还', en: 'Hold refunds' },
  'deposit.lift-refund-hold': { zh: '解除暂停退还', en: 'Lift the hold' },
  'deposit.record-ticket': { zh: '登记财务工单', en: 'File the ticket' },
  'deposit.send-receipt': { zh: '登记收据快递', en: 'Note the courier' },
  'bank.open-account': { zh: '登记账户', en: 'Add account' },
  'bank.import-statement': { zh: '导入流水', en: 'Import statement' },
  'bank.withdraw-statement': { zh: '作废对账单', en: 'Withdraw statement' },
}

/** After it was given. */
const done: InWords = {
  'application.assign': { zh: '已分配', en: 'Assigned' },
  'application.start-review': { zh: '已开始审核', en: 'Review started' },
  'application.request-changes': { zh: '已要求补充', en: 'Changes requested' },
  'application.approve': { zh: '已批准', en: 'Approved' },
  'application.reject': { zh: '已驳回', en: 'Rejected' },
  'application.record-contract': { zh: '已登记协议', en: 'Contract recorded' },
  'application.open': { zh: '已开通', en: 'Opened' },
  'listing.assign': { zh: '已分配', en: 'Assigned' },
  'listing.start-review': { zh: '已开始审核', en: 'Review started' },
  'listing.request-changes': { zh: '已要求修改', en: 'Changes requested' },
  'listing.approve': { zh: '已批准', en: 'Approved' },
  'listing.reject': { zh: '已驳回', en: 'Rejected' },
  'listing.override-finding': { zh: '已豁免检查项', en: 'Finding overridden' },
  'listing.publish': { zh: '已上架', en: 'Published' },
  'listing.propose-delisting': { zh: '已提议下架', en: 'Delisting proposed' },
  'listing.delist': { zh: '已下架', en: 'Delisted' },
  'deposit.waive': { zh: '已免缴', en: 'Waived' },
  'deposit.match': { zh: '已认领', en: 'Matched' },
  'deposit.unmatch': { zh: '已撤销认领', en: 'Match undone' },
  'deposit.issue-receipt': { zh: '已开具收据', en: 'Receipt issued' },
  'deposit.request-refund': { zh: '已申请退还', en: 'Refund requested' },
  'deposit.approve-refund': { zh: '已批准退还', en: 'Refund approved' },
  'deposit.decline-refund': { zh: '未批准退还', en: 'Refund declined' },
  'deposit.hold-refund': { zh: '已暂停退还', en: 'Refunds put on hold' },
  'deposit.lift-refund-hold': { zh: '已解除暂停退还', en: 'Hold lifted' },
  'deposit.record-ticket': { zh: '已登记财务工单', en: 'Ticket filed' },
  'deposit.send-receipt': { zh: '已登记收据快递', en: 'Courier noted' },
  'bank.open-account': { zh: '已登记账户', en: 'Account added' },
  'bank.import-statement': { zh: '已导入流水', en: 'Statement imported' },
  'bank.withdraw-statement': { zh: '已作废对账单', en: 'Statement withdrawn' },
}

/** What each command is called. */
export const COMMAND_WORDS = { doing, done } as const
