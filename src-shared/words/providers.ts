import type { Bilingual } from '../base/bilingual.ts'
import type { ProviderReview } from '../contracts/console-engine/providers.ts'
import type { OpenMatterId } from '../contracts/console-platform/open-matters.ts'
import type { ContractTerm, ProviderDecision } from '../contracts/console-platform/records/provider.ts'

/** What may be open with a provider. */
const OPEN_MATTER_WORDS: Readonly<Record<OpenMatterId, Bilingual>> = {
  'products-in-store': { zh: '在售商品', en: 'Products in the store' },
  'unfinished-supervision': { zh: '未完成服务监管的订单', en: 'Orders under supervision' },
  'violations-open': { zh: '未裁定的违规或申诉', en: 'Violations and appeals not ruled on' },
  'months-not-committed': { zh: '未确认的结算月份', en: 'Months not committed' },
  'payouts-under-way': { zh: '未完成的提现', en: 'Payouts under way' },
  'applications-under-way': { zh: '办理中的入驻申请', en: 'Applications under way' },
  'versions-under-way': { zh: '审核中的商品版本', en: 'Versions under review' },
  'accounts-proposed': { zh: '待复核的收款账户', en: 'Payee accounts to be approved' },
  'red-letters-open': { zh: '待我方确认的红字确认单', en: 'Red letters that wait for us' },
  'months-not-paid': { zh: '已确认未付的月份', en: 'Committed months not paid' },
  'deposit-held': { zh: '保证金余额', en: 'Deposit held' },
}

/** What the public register said 复审. */
export const VERIFICATION_WORDS: Readonly<Record<NonNullable<ProviderDecision['outcome']>, Bilingual>> = {
  'in-order': { zh: '与登记一致', en: 'In order' },
  differs: { zh: '与登记不一致', en: 'Differs' },
}

/** What of a provider is to be looked at again. */
export const PROVIDER_REVIEW_WORDS: Readonly<Record<ProviderReview, Bilingual>> = {
  'verification-over': { zh: '复审已到期', en: 'Re-verification overdue' },
  'verification-soon': { zh: '复审即将到期', en: 'Re-verification due soon' },
  'papers-over': { zh: '证照已过期', en: 'Papers ran out' },
  'papers-soon': { zh: '证照即将到期', en: 'Papers run out soon' },
  'contracts-over': { zh: '协议已到期', en: 'Contract ended' },
  'contracts-soon': { zh: '协议即将到期', en: 'Contract ends soon' },
}

/** How a contract goes on after its term 续约. */
export const RENEWAL_WORDS: Readonly<Record<ContractTerm['renewal'], Bilingual>> = {
  automatic: { zh: '到期自动续约', en: 'Renews by itself' },
  'by-agreement': { zh: '到期前须续签', en: 'To be renewed by agreement' },
  none: { zh: '到期终止', en: 'Ends with its term' },
}

/** All of them, by what they are about. */
export const PROVIDER_WORDS = {
  matter: OPEN_MATTER_WORDS,
  outcome: VERIFICATION_WORDS,
  review: PROVIDER_REVIEW_WORDS,
  renewal: RENEWAL_WORDS,
} as const
