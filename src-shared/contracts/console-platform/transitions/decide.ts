import type { Instant } from '../../../base/ids.ts'
import { COMMANDS, type DecidedKind, type Found } from '../commands.ts'
import type { Application } from '../records/application.ts'
import type { RecordOf } from '../records/record-kinds.ts'
import { type AdmissionSteps, decideApplication } from './application-transitions.ts'
import { type Asking, ask } from './asking.ts'
import { decideBankAccount } from './bank-account-transitions.ts'
import { importedDeposits, importPostings } from './bank-import-transition.ts'
import { decideBankLine, lacksNote, lineSurroundings } from './bank-line-transitions.ts'
import { type Change, recordsChanged } from './changes.ts'
import { decideCommissionInvoice, invoiceSurroundings } from './commission-invoice-transitions.ts'
import { decideRebate } from './commission-rebate-transitions.ts'
import { decideContact } from './contact-transitions.ts'
import { decideCompanyControl } from './control-transitions.ts'
import type { Actor, Decision, DecisionAbout } from './decision.ts'
import type { DecisionTrouble } from './decision-trouble.ts'
import { decideDeposit } from './deposit-transitions.ts'
import { decideInvoice, invoiceAround } from './invoice-transitions.ts'
import { liesAhead } from './lies-ahead.ts'
import { decideListingVersion } from './listing-version-transitions.ts'
import { decideMatchSettings } from './match-settings-transition.ts'
import { decideNotice, decideNoticeTemplate } from './notice-transitions.ts'
import { decideOfflineOrder, offlineProvider } from './offline-order-transitions.ts'
import { decideOperator } from './operator-transitions.ts'
import { decideOrderImport } from './order-import-transition.ts'
import { decidePaymentTemplate } from './payment-template-transition.ts'
import { batchSurroundings, decidePayoutBatch } from './payout-batch-transitions.ts'
import { decidePayout, payoutProvider, payoutSurroundings } from './payout-transitions.ts'
import { decideHolidayTable, decidePolicyPack } from './policy-transitions.ts'

import { accountSurroundings, decideProviderAccount } from './provider-account-transitions.ts'
import { decideProvider } from './provider-transitions.ts'
import { decideRecharge, rechargeSurroundings } from './recharge-transitions.ts'
import { decideMonth, decideStatement, writtenAdjustment } from './settlement-transitions.ts'
import { decideSupervision } from './supervision-transitions.ts'
import { askOpenViolations, decideViolation, violationSurroundings } from './violation-transitions.ts'

/** What the pack of an application's day asks after approval. */
export type StepsOf = (application: Application) => AdmissionSteps

/** Who takes a decision about which record, and when. */
export interface Taking {
  readonly recordId: string
  readonly actor: Actor
  readonly at: Instant
  readonly stepsOf: StepsOf
}

type Decided = readonly Change[] | DecisionTrouble

type Decide<K extends DecidedKind> = (
  before: Found<K, RecordOf[K]>,
  decision: DecisionAbout<K>,
  taking: Taking,
) => Decided | Asking<Decided>

const DECIDE: { readonly [K in DecidedKind]: Decide<K> } = {
  application(before, decision, { actor, at, stepsOf }) {
    const after = decideApplication(before, decision, actor, at, stepsOf(before))
    return after === null ? 'wrong-state' : [{ kind: 'application', before, after }]
  },
  listingVersion(before, decision, { actor, at }) {
    const after = decideListingVersion(before, decision, actor, at)
    return after === null ? 'wrong-state' : [{ kind: 'listingVersion', before, after }]
  },
  *depositObligation(before, decision, { actor, at }) {
    if (decision.type === 'deposit.approve-refund' && (yield* askOpenViolations(before)).length > 0) {
      return 'violation-open'
    }
    const after = decideDeposit(before, decision, actor, at)
    return after === null ? 'wrong-state' : [{ kind: 'depositObligation', before, after }]
  },
  *violation(before, decision, { recordId, actor, at }) {
    const around = yield* violationSurroundings(before, decision)
    const decided = decideViolation(before, recordId, around, decision, actor, at)
    if (typeof decided === 'string') return decided
    const deposits = new Map(around.deposits.map((each) => [each.id, each]))
    const violation: Change = { kind: 'violation', before, after: decided.violation }
    return [violation, ...recordsChanged('depositObligation', deposits, decided.deposits)]
  },
  *recharge(before, decision, { recordId, actor, at }) {
    const around = yield* rechargeSurroundings(before, decision)
    const decided = decideRecharge(before, recordId, around, decision, actor, at)
    if (typeof decided === 'string') return decided
    const deposit: Change[] =
      decided.deposit === null
        ? []
        : [{ kind: 'depositObligation', before: around.deposit, after: decided.deposit }]
    return [{ kind: 'recharge', before, after: decided.recharge }, ...deposit]
  },
  *bankAccount(before, decision, { recordId, actor, at }) {
    const after = decideBankAccount(before, recordId, decision, actor, at)
    if (after === null) return 'wrong-state'
    const account: Change = { kind: 'bankAccount', before, after }
    switch (decision.type) {
      case 'bank.open-account':
      // The days left are the platform's to find: it has all statements.
      case 'bank.withdraw-statement':
        return [account]
      case 'bank.import-statement': {
        const deposits = yield* importedDeposits(decision)
        const posted = importPostings(decision, deposits, actor, at)
        return posted === null
          ? 'unknown-deposit'
          : [account, ...recordsChanged('depositObligation', deposits, posted)]
      }
    }
  },
  *offlineOrder(before, decision, { recordId, actor, at }) {
    const provider = yield* offlineProvider(decision)
    const after = decideOfflineOrder(before, recordId, provider, decision, actor, at)
    // The order itself is the platform's to write.
    return typeof after === 'string' ? after : [{ kind: 'offlineOrder', before, after }]
  },
  *supervision(before, decision, { recordId, actor, at }) {
    const after = decideSupervision(before, yield* ask('order', recordId), decision, actor, at)
    // The order that follows is the platform's to write.
    return typeof after === 'string' ? after : [{ kind: 'supervision', before, after }]
  },
  orderImport(before, decision, { recordId, actor, at }) {
    const after = decideOrderImport(before, recordId, decision, actor, at)
    // The orders themselves are the platform's to write.
    return after === null ? 'wrong-state' : [{ kind: 'orderImport', before, after }]
  },
  *bankLine(before, decision, { actor, at }) {
    if (lacksNote(decision)) return 'note-missing'
    const around = yield* lineSurroundings(before, decision)
    const decided = decideBankLine(before, around, decision, actor, at)
    if (typeof decided === 'string') return decided
    const line: Change = { kind: 'bankLine', before, after: decided.line }
    const original: Change[] =
      decided.original === null
        ? []
        : [{ kind: 'bankLine', before: around.original, after: decided.original }]
    return [
      line,
      ...original,
      ...recordsChanged('depositObligation', around.obligations, decided.obligations),
      ...recordsChanged('payoutRequest', around.paid.requests, decided.requests),
      ...recordsChanged('payoutBatch', around.paid.batches, decided.batches),
    ]
  },
  matchSettings(before, decision, { recordId, actor, at }) {
    const after = decideMatchSettings(before, recordId, decision, actor, at)
    return after === null ? 'wrong-state' : [{ kind: 'matchSettings', before, after }]
  },
  paymentTemplate(before, decision, { recordId, actor, at }) {
    const after = decidePaymentTemplate(before, recordId, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'paymentTemplate', before, after }]
  },
  settlementMonth(before, decision, { recordId, actor, at }) {
    const after = decideMonth(before, recordId, decision, actor, at)
    return after === null ? 'wrong-state' : [{ kind: 'settlementMonth', before, after }]
  },
  settlementStatement(before, decision, { actor, at }) {
    const after = decideStatement(before, decision, actor, at)
    return after === null ? 'wrong-state' : [{ kind: 'settlementStatement', before, after }]
  },
  *commissionInvoice(before, decision, { actor, at }) {
    const around = yield* invoiceSurroundings(before)
    const after = decideCommissionInvoice(before, around, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'commissionInvoice', before, after }]
  },
  notice(before, decision, { actor, at }) {
    const after = decideNotice(before, decision, actor, at)
    return after === null ? 'wrong-state' : [{ kind: 'notice', before, after }]
  },
  noticeTemplate(before, decision, { recordId, actor, at }) {
    const after = decideNoticeTemplate(before, recordId, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'noticeTemplate', before, after }]
  },
  *contact(before, decision, { recordId, actor, at }) {
    const after = yield* decideContact(before, recordId, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'contact', before, after }]
  },
  commissionRebate(before, decision, { actor, at }) {
    const after = decideRebate(before, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'commissionRebate', before, after }]
  },
  *settlementAdjustment(before, decision, { recordId, actor, at }) {
    if (before !== null) return 'wrong-state'
    const provider = yield* ask('provider', decision.arguments.providerId)
    if (provider === null) return 'unknown-record'
    const after = writtenAdjustment(recordId, decision, provider, actor, at)
    return after === null ? 'wrong-state' : [{ kind: 'settlementAdjustment', before, after }]
  },
  companyControl(before, decision, { recordId, actor, at }) {
    const after = decideCompanyControl(before, recordId, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'companyControl', before, after }]
  },
  policyPack(before, decision, { recordId, actor, at }) {
    const after = decidePolicyPack(before, recordId, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'policyPack', before, after }]
  },
  holidayTable(before, decision, { recordId, actor, at }) {
    const after = decideHolidayTable(before, recordId, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'holidayTable', before, after }]
  },
  provider(before, decision, { actor, at }) {
    const after = decideProvider(before, decision, actor, at)
    // Whether everything is settled before it is closed is the platform's to say: no desk sees all of it.
    return typeof after === 'string' ? after : [{ kind: 'provider', before, after }]
  },
  operator(before, decision, { recordId, actor, at }) {
    const after = decideOperator(before, recordId, decision, actor, at)
    return typeof after === 'string' ? after : [{ kind: 'operator', before, after }]
  },
  *providerAccount(before, decision, { recordId, actor, at }) {
    const around = yield* accountSurroundings(before, decision)
    const decided = decideProviderAccount(before, recordId, around, decision, actor, at)
    if (typeof decided === 'string') return decided
    const replaced: Change[] =
      decided.replaced === null ? [] : [{ kind: 'providerAccount', ...decided.replaced }]
    return [{ kind: 'providerAccount', before, after: decided.account }, ...replaced]
  },
  *invoice(before, decision, { recordId, actor, at }) {
    const around = yield* invoiceAround(before, decision)
    const decided = decideInvoice(before, recordId, around, decision, actor, at)
    if (typeof decided === 'string') return decided
    const { invoice, original, payouts } = decided
    return [
      { kind: 'invoice', before, after: invoice },
      ...(original === null ? [] : [{ kind: 'invoice' as const, before: around.original, after: original }]),
      ...payouts.map((after) => ({
        kind: 'payoutRequest' as const,
        before: around.payouts.find(({ id }) => id === after.id) ?? null,
        after,
      })),
    ]
  },
  *payoutRequest(before, decision, { recordId, actor, at }) {
    const around = yield* payoutSurroundings(payoutProvider(before, decision), recordId)
    // How many have to approve is the platform's to say, by the company's threshold.
    const approvers = before?.approvers === 2 ? 2 : 1
    const after = decidePayout(before, recordId, around, decision, actor, at, approvers)
    return typeof after === 'string' ? after : [{ kind: 'payoutRequest', before, after }]
  },
  *payoutBatch(before, decision, { recordId, actor, at }) {
    const around = yield* batchSurroundings(before, decision)
    const decided = decidePayoutBatch(before, recordId, around, decision, actor, at)
    if (typeof decided === 'string') return decided
    return [
      { kind: 'payoutBatch', before, after: decided.batch },
      ...recordsChanged('payoutRequest', around.requests, decided.requests),
      ...recordsChanged('depositObligation', around.deposits, decided.deposits),
    ]
  },
}

/**
 * Every record as a decision leaves it, the one it is about first; or why it cannot be. It says what it reads by asking
 * for it. A console foresees a decision by it; what looks at further records, such as a vendor's, is the platform's.
 */
export function* decide(decision: Decision, taking: Taking): Asking<Decided> {
  const { about, makesRecord } = COMMANDS[decision.type]
  const before = yield* ask(about, taking.recordId)
  if (before === null && !makesRecord) return 'unknown-record'
  if (liesAhead(decision, taking.at) !== null) return 'day-impossible'
  const decided = decideOn(about, before, decision, taking)
  return typeof decided === 'object' && 'next' in decided ? yield* decided : decided
}

function decideOn<K extends DecidedKind>(
  kind: K,
  before: RecordOf[K] | null,
  decision: DecisionAbout<K>,
  taking: Taking,
): ReturnType<Decide<K>> {
  // There is none only where the command's sheet says that it makes it.
  return DECIDE[kind](before as Found<K, RecordOf[K]>, decision, taking)
}
