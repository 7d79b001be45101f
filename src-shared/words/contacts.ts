import type { Bilingual } from '../base/bilingual.ts'
import type {
  ContactOutcome,
  ContactParty,
  ContactReason,
  ContactStatus,
  ContactStep,
} from '../contracts/console-platform/records/contact.ts'

type InWords<Key extends string> = Readonly<Record<Key, Bilingual>>

/** Where a contact record stands. */
export const CONTACT_STATUS_WORDS: InWords<ContactStatus> = {
  open: { zh: '待处理', en: 'Open' },
  answered: { zh: '已答复', en: 'Answered' },
  'handed-over': { zh: '已转交', en: 'Handed over' },
  closed: { zh: '已办结', en: 'Closed' },
}

/** What somebody got in touch for. */
export const CONTACT_REASON_WORDS: InWords<ContactReason> = {
  question: { zh: '咨询', en: 'Question' },
  fault: { zh: '故障', en: 'Fault' },
  refund: { zh: '退款诉求', en: 'Refund wish' },
  invoice: { zh: '开票诉求', en: 'Invoice request' },
  renewal: { zh: '续费与到期', en: 'Renewal' },
  complaint: { zh: '投诉', en: 'Complaint' },
  other: { zh: '其他', en: 'Other' },
}

/** Who goes on with it. */
export const CONTACT_PARTY_WORDS: InWords<ContactParty> = {
  provider: { zh: '服务商', en: 'The provider' },
  ops: { zh: '运营', en: 'Operations' },
  finance: { zh: '财务', en: 'Finance' },
}

/** What came of it. */
export const CONTACT_OUTCOME_WORDS: InWords<ContactOutcome> = {
  resolved: { zh: '已解决', en: 'Resolved' },
  declined: { zh: '未予支持', en: 'Declined' },
  withdrawn: { zh: '用户撤回', en: 'Withdrawn by the user' },
}

/** What happened at a step. */
export const CONTACT_STEP_WORDS: InWords<ContactStep['step']> = {
  noted: { zh: '备注', en: 'Note' },
  'handed-over': { zh: '转交', en: 'Handed over' },
  answered: { zh: '答复', en: 'Answer' },
  closed: { zh: '办结', en: 'Closed' },
  reopened: { zh: '重新处理', en: 'Reopened' },
}
