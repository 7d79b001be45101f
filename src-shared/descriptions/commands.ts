import {
  COMMAND_ARGUMENTS,
  type CommandArguments,
  type CommandType,
} from '../contracts/console-platform/commands.ts'
import type { SignedContract } from '../contracts/console-platform/records/application.ts'
import type { MatchPart } from '../contracts/console-platform/records/bank-line.ts'
import type { AnyControlValue } from '../rules/in-force/company-controls.ts'
import type { Citation } from '../rules/verdict.ts'
import { type Description, entries, field, type Names, parts, tell, UNSAID } from '../values/description.ts'
import { type Labelled, NOTHING, phrase, rate } from '../values/value.ts'
import { isNothing } from '../values/value-text.ts'
import { CLOSE_CHECK_WORDS, SETTLEMENT_LINE_WORDS } from '../words/settlement.ts'
import { APPEAL_WORDS, RULING_WORDS } from '../words/violations.ts'
import { contractSaid } from './application.ts'
import { accepted, partSaid, STATEMENT_HEAD } from './bank.ts'
import { buyerSaid, COMMISSION_INVOICE_LABELS, NUMBERED } from './commission-invoice.ts'
import { RETURN_SAID } from './commission-rebate.ts'
import {
  amountOf,
  assignee,
  attachments,
  countOf,
  dayOf,
  entriesOf,
  LABELS,
  marketplace,
  named,
  oneOf,
  record,
  textOf,
  yesNoOf,
} from './common.ts'
import { CONTACT_COMMANDS_SAID } from './contact.ts'
import { OWES, PAYEE, payeeSaid } from './deposit.ts'
import { INVOICE_COMMANDS_SAID } from './invoice-commands.ts'
import { CHANGED_SETTINGS, SETTINGS_NUMBER } from './match-settings.ts'
import { NOTICE_COMMANDS_SAID } from './notice.ts'
import { OFFLINE_ORDER_SAID } from './offline-order.ts'
import { USER_COMMANDS_SAID } from './operator.ts'
import { ORDER_COUNTS, ORDER_FILE, ORDER_SUMS } from './order-import.ts'
import { MONTHS_ASKED, PROVIDER_ACCOUNT } from './payout.ts'
import { BATCH_COMMANDS_SAID } from './payout-batch-commands.ts'
import { bareControlValue, CONTROL_LABELS, controlName, FROM_FILE } from './proposal.ts'
import { PROVIDER_COMMANDS_SAID } from './provider.ts'
import { RECHARGE } from './recharge.ts'
import { SETTLEMENT_LABELS } from './settlement.ts'
import { SUPERVISION_SAID } from './supervision.ts'
import { ruleSaid, VIOLATION, VIOLATION_LABELS } from './violation.ts'

const notes = { noteToVendor: textOf(LABELS.noteToVendor), internalNote: textOf(LABELS.internalNote) }
const refusal = { reasons: entriesOf(LABELS.reasons, 'reason'), ...notes }
const reason = textOf(LABELS.reason)
const amount = amountOf(LABELS.amount)
const OF_PROVIDER = field<string>(LABELS.provider, (id, names) => record('provider', id, names))

/** What every command says with its arguments. The compiler asks for each command, and for each argument. */
export const COMMAND_DESCRIPTIONS: {
  readonly [T in CommandType]: Description<CommandArguments<T>>
} = {
  'application.assign': { assignee },
  'application.start-review': {},
  'application.request-changes': refusal,
  'application.approve': notes,
  'application.reject': refusal,
  'application.record-contract': {
    contract: field<SignedContract>({ zh: '协议', en: 'Agreement' }, contractSaid),
  },
  'application.open': {},
  'listing.assign': { assignee },
  'listing.start-review': {},
  'listing.request-changes': refusal,
  'listing.approve': notes,
  'listing.reject': refusal,
  'listing.override-finding': {
    ruleId: field<string>(LABELS.rule, (id, names) => named('reason', id, names)),
    reason,
  },
  'listing.publish': {},
  'listing.propose-delisting': refusal,
  'listing.delist': refusal,
  'deposit.waive': { until: dayOf({ zh: '免缴至', en: 'Waived until' }), reason },
  'deposit.match': {
    parts: entries<MatchPart>(
      { zh: '去向', en: 'Goes to' },
      ({ target }) => JSON.stringify(target),
      partSaid,
    ),
    note: textOf(LABELS.note),
  },
  'deposit.unmatch': { reason },
  'deposit.issue-receipt': {},
  'deposit.request-refund': {
    amount,
    reason,
    payee: field<CommandArguments<'deposit.request-refund'>['payee']>(PAYEE, (payee) =>
      payeeSaid(payee ?? null),
    ),
  },
  'deposit.approve-refund': { amount },
  'deposit.decline-refund': { reason },
  'deposit.hold-refund': { reason },
  'deposit.lift-refund-hold': { reason },
  'deposit.decide-new-amount': {
    effectiveFrom: dayOf({ zh: '新标准生效', en: 'New amount from' }),
    becomes: amountOf({ zh: '新标准', en: 'New amount' }),
    why: field<Citation>(LABELS.rule, ruleSaid),
    // They are those of the rule, and stay with the deposit.
    steps: UNSAID,
    owes: yesNoOf(OWES),
    dueOn: dayOf({ zh: '补缴期限', en: 'Pay it by' }),
    reason,
  },
  'deposit.record-ticket': {
    reference: textOf({ zh: '工单号', en: 'Ticket' }),
    account: textOf(LABELS.account),
    company: textOf({ zh: '公司名称', en: 'Company' }),
    address: textOf({ zh: '快递地址', en: 'Address' }),
    contact: textOf({ zh: '联系人', en: 'Contact' }),
    phone: textOf({ zh: '电话', en: 'Phone' }),
    attachments,
  },
  'deposit.send-receipt': {
    number: textOf({ zh: '收据编号', en: 'Receipt' }),
    courier: textOf({ zh: '快递公司', en: 'Courier' }),
    tracking: textOf({ zh: '快递单号', en: 'Tracking number' }),
    attachments,
  },
  'payout.approve': { amount },
  'payout.verify': { reason },
  'payout.send-back': { reason },
  'payout.reject': { reason },
  'payout.cancel': { reason },
  ...INVOICE_COMMANDS_SAID,
  ...BATCH_COMMANDS_SAID,
  ...CONTACT_COMMANDS_SAID,
  ...NOTICE_COMMANDS_SAID,
  'payout.request': { providerId: OF_PROVIDER, months: MONTHS_ASKED, reason },
  'provider.approve-bank-account': {},
  'provider.refuse-bank-account': { reason },
  'provider.propose-bank-account': {
    providerId: OF_PROVIDER,
    accountName: PROVIDER_ACCOUNT.accountName,
    accountNumber: PROVIDER_ACCOUNT.accountNumber,
    bankName: PROVIDER_ACCOUNT.bankName,
    bankCode: PROVIDER_ACCOUNT.bankCode,
    evidence: PROVIDER_ACCOUNT.evidence,
  },
  ...PROVIDER_COMMANDS_SAID,
  ...USER_COMMANDS_SAID,
  'recharge.confirm': {},
  'recharge.refuse': { reason },
  'recharge.take-back': { reason },
  'recharge.record': {
    obligationId: RECHARGE.obligationId,
    channel: RECHARGE.channel,
    number: RECHARGE.number,
    paidOn: RECHARGE.paidOn,
    amount,
    payerName: RECHARGE.payerName,
    payerAccount: RECHARGE.payerAccount,
    evidence: RECHARGE.evidence,
    attachments,
  },
  'matching.set': {
    marketplace,
    number: SETTINGS_NUMBER,
    settings: parts(CHANGED_SETTINGS),
    reason,
  },
  'violation.decide': {
    outcome: oneOf(VIOLATION_LABELS.ruling, RULING_WORDS),
    deduction: amountOf(VIOLATION_LABELS.deduction),
    topUpBy: dayOf(VIOLATION_LABELS.topUpBy),
    topUpRule: field<Citation | null>(VIOLATION_LABELS.topUpRule, (rule) =>
      rule === null ? NOTHING : ruleSaid(rule),
    ),
    barsRefund: yesNoOf(VIOLATION_LABELS.barsRefund),
    reason,
  },
  'violation.decide-appeal': {
    outcome: oneOf(VIOLATION_LABELS.appealRuling, APPEAL_WORDS),
    reason,
  },
  'violation.record-appeal': {
    receivedOn: dayOf(VIOLATION_LABELS.receivedOn),
    statement: textOf(VIOLATION_LABELS.statement),
    evidence: textOf(VIOLATION_LABELS.evidence),
    attachments,
  },
  'violation.record': {
    marketplace,
    providerId: OF_PROVIDER,
    obligationId: VIOLATION.obligationId,
    rule: VIOLATION.rule,
    occurredOn: VIOLATION.occurredOn,
    facts: VIOLATION.facts,
    evidence: VIOLATION.evidence,
    attachments,
  },
  'bank.open-account': {
    marketplace,
    number: textOf({ zh: '账号', en: 'Number' }),
    holder: textOf({ zh: '户名', en: 'Holder' }),
    bank: textOf({ zh: '开户行', en: 'Bank' }),
    currency: textOf({ zh: '币种', en: 'Currency' }),
  },
  'bank.import-statement': {
    statement: parts(STATEMENT_HEAD),
    lines: countOf({ zh: '流水', en: 'Lines' }),
    added: countOf({ zh: '新流水', en: 'New lines' }),
    // The lines themselves are on the statement's file.
    packedLines: UNSAID,
    matches: entries<CommandArguments<'bank.import-statement'>['matches'][number]>(
      { zh: '自动认领', en: 'Matched by itself' },
      ({ lineId }) => lineId,
      ({ lineId, part }, names) => phrase(record('bankLine', lineId, names), partSaid(part, names)),
    ),
    accepted,
  },
  'bank.withdraw-statement': {
    statementId: field<string>({ zh: '银行对账单', en: 'Bank statement' }, (id, names) =>
      record('bankStatement', id, names),
    ),
    reason,
  },
  'settlement.draft': {
    marketplace,
    month: textOf(SETTLEMENT_LABELS.month),
  },
  'settlement.commit': { net: amountOf(SETTLEMENT_LABELS.net) },
  'settlement.void': { reason },
  'settlement.skip-check': {
    check: oneOf({ zh: '月结检查', en: 'Close checklist' }, CLOSE_CHECK_WORDS),
    reason,
  },
  'settlement.adjust': {
    marketplace,
    month: textOf(SETTLEMENT_LABELS.month),
    providerId: field<string>(LABELS.provider, (id, names) => record('provider', id, names)),
    kind: oneOf(SETTLEMENT_LABELS.kind, SETTLEMENT_LINE_WORDS),
    amount,
    taxBasisPoints: field<number | null>(SETTLEMENT_LABELS.taxRate, (share) =>
      share === null ? NOTHING : rate(share),
    ),
    reason,
  },
  'commission-invoice.record-number': NUMBERED,
  'commission-invoice.record-red-letter': {
    ...NUMBERED,
    blueNumber: textOf(COMMISSION_INVOICE_LABELS.blueNumber),
  },
  'commission-invoice.mark-exported': { buyer: buyerSaid },
  'commission-invoice.take-back-number': { reason },
  'rebate.record-return': RETURN_SAID,
  'rebate.take-back-return': { reason },
  'order.record-offline': OFFLINE_ORDER_SAID,
  'order.confirm-offline': {},
  'order.refuse-offline': { reason },
  'supervision.open': SUPERVISION_SAID.opened,
  'supervision.record-delivery': SUPERVISION_SAID.delivered,
  'supervision.confirm': SUPERVISION_SAID.confirmed,
  'supervision.reject': SUPERVISION_SAID.rejected,
  'supervision.record-review': SUPERVISION_SAID.reviewed,
  'supervision.appeal': SUPERVISION_SAID.appealed,
  'supervision.decide': SUPERVISION_SAID.decided,
  'order.import': {
    file: parts(ORDER_FILE),
    ...ORDER_COUNTS,
    // The orders themselves are on their file.
    packedOrders: UNSAID,
    sums: parts(ORDER_SUMS),
  },
  'control.propose': {
    control: controlName,
    value: field<AnyControlValue>(CONTROL_LABELS.value, bareControlValue),
    from: dayOf(CONTROL_LABELS.from),
    reason,
  },
  'control.adopt': {},
  'control.decline': { reason },
  // The pack and the table are shown by their difference.
  'policy.propose': { ...FROM_FILE, pack: UNSAID, reason },
  'policy.adopt': {},
  'policy.decline': { reason },
  'calendar.import': { ...FROM_FILE, table: UNSAID, from: dayOf(CONTROL_LABELS.from), reason },
  'calendar.adopt': {},
  'calendar.decline': { reason },
}

/** What a decision says, argument by argument, what is empty left out; null where these are not its arguments. */
export function commandSaid<T extends CommandType>(type: T, given: unknown, names: Names): Labelled[] | null {
  const parsed = COMMAND_ARGUMENTS[type].safeParse(given)
  if (!parsed.success) return null
  // The schema of a command gives its arguments; the compiler loses which of them across the union.
  const said = parsed.data as CommandArguments<T>
  return tell(COMMAND_DESCRIPTIONS[type], said, names).filter(({ value }) => !isNothing(value))
}
