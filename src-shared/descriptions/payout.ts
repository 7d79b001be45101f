import type { Bilingual } from '../base/bilingual.ts'
import type { PayoutRequest } from '../contracts/console-platform/records/payout-request.ts'
import type { ProviderAccount } from '../contracts/console-platform/records/provider-account.ts'
import { type Description, entries, field, parts, UNSAID } from '../values/description.ts'
import { instant, labelled, list, money, NOTHING, phrase, term, text } from '../values/value.ts'
import { HOLD_WORDS } from '../words/payouts.ts'
import { STATUS_WORDS } from '../words/statuses.ts'
import {
  amountOf,
  countOf,
  history,
  instantOf,
  LABELS,
  marketplace,
  oneOf,
  record,
  textOf,
} from './common.ts'

/** What the fields of accounts and of requests to be paid are called. */
export const PAYOUT_LABELS = {
  accountName: { zh: '户名', en: 'Account name' },
  accountNumber: { zh: '账号', en: 'Account number' },
  bankName: { zh: '开户行', en: 'Bank' },
  bankCode: { zh: '联行号', en: 'Bank code' },
  evidence: { zh: '凭据', en: 'Evidence' },
  proposed: { zh: '登记人', en: 'Proposed by' },
  ruling: { zh: '复核', en: 'Checked' },
  held: { zh: '冻结自', en: 'Held since' },
  replaced: { zh: '已被取代', en: 'Replaced' },
  months: { zh: '月份', en: 'Months' },
  requested: { zh: '申请人', en: 'Requested by' },
  invoices: { zh: '发票', en: 'Invoices' },
  verified: { zh: '经办', en: 'Maker' },
  account: { zh: '收款账户', en: 'Account' },
  approvers: { zh: '须复核人数', en: 'Checkers needed' },
  approvals: { zh: '复核', en: 'Checker' },
  ended: { zh: '终止', en: 'Ended' },
  batch: { zh: '付款批次', en: 'Batch' },
  endToEndId: { zh: '付款参考号', en: 'Payment reference' },
  paidAt: { zh: '付款时间', en: 'Paid at' },
  failures: { zh: '付款失败', en: 'Failed payment' },
} as const satisfies Readonly<Record<string, Bilingual>>

const WORDS = PAYOUT_LABELS

interface Said {
  readonly at: string
  readonly byName: string
}
const saidBy = (label: Bilingual) =>
  field<(Said & { readonly reason?: string }) | null>(label, (said) =>
    said === null
      ? NOTHING
      : phrase(text(said.byName), labelled(LABELS.reason, text(said.reason ?? null)), instant(said.at)),
  )

/** How a provider's bank account is said. */
export const PROVIDER_ACCOUNT: Description<ProviderAccount> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  accountName: textOf(WORDS.accountName),
  accountNumber: textOf(WORDS.accountNumber),
  bankName: textOf(WORDS.bankName),
  bankCode: textOf(WORDS.bankCode),
  evidence: textOf(WORDS.evidence),
  proposed: saidBy(WORDS.proposed),
  ruling: field<ProviderAccount['ruling']>(WORDS.ruling, (ruling) =>
    ruling === null
      ? NOTHING
      : phrase(
          term(ruling.outcome, STATUS_WORDS.providerAccount[ruling.outcome]),
          labelled(LABELS.reason, text(ruling.reason)),
          text(ruling.byName),
          instant(ruling.at),
        ),
  ),
  held: field<ProviderAccount['held']>(WORDS.held, (held) =>
    held === null ? NOTHING : phrase(instant(held.since), term(held.why, HOLD_WORDS[held.why])),
  ),
  replaced: field<ProviderAccount['replaced']>(WORDS.replaced, (replaced, names) =>
    replaced === null ? NOTHING : phrase(record('providerAccount', replaced.by, names), instant(replaced.at)),
  ),
  history,
  updatedAt: UNSAID,
}

const { accountName, accountNumber, bankName, bankCode } = PROVIDER_ACCOUNT

/** How a request to be paid is said. */
export const PAYOUT_REQUEST: Description<PayoutRequest> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  providerId: UNSAID,
  providerName: textOf(LABELS.provider),
  status: oneOf(LABELS.status, STATUS_WORDS.payoutRequest),
  months: entries<PayoutRequest['months'][number]>(
    WORDS.months,
    ({ statementId }) => statementId,
    ({ month, net }) => phrase(text(month), money(net)),
  ),
  amount: amountOf(LABELS.amount),
  requested: saidBy(WORDS.requested),
  invoices: entries<PayoutRequest['invoices'][number]>(
    WORDS.invoices,
    ({ id }) => id,
    ({ number, gross }) => phrase(text(number), money(gross)),
  ),
  verified: saidBy(WORDS.verified),
  account: parts<NonNullable<PayoutRequest['account']>>(
    { id: UNSAID, accountName, accountNumber, bankName, bankCode },
    WORDS.account,
  ),
  approvers: countOf(WORDS.approvers),
  approvals: entries<PayoutRequest['approvals'][number]>(
    WORDS.approvals,
    ({ at, by }) => `${at} ${by}`,
    ({ at, byName }) => phrase(text(byName), instant(at)),
  ),
  ended: saidBy(WORDS.ended),
  batchId: textOf(WORDS.batch),
  endToEndId: textOf(WORDS.endToEndId),
  paidAt: instantOf(WORDS.paidAt),
  failures: entries<PayoutRequest['failures'][number]>(
    WORDS.failures,
    ({ endToEndId, at }) => `${endToEndId} ${at}`,
    ({ reason, at }) => phrase(text(reason), instant(at)),
  ),
  history,
  updatedAt: UNSAID,
}

/** The months that are asked for, as they were said. */
export const MONTHS_ASKED = field<readonly string[]>(WORDS.months, (months) =>
  list(months.map((month) => text(month))),
)
