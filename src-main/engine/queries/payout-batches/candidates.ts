import type { Marketplace } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { isProvisional, isWorkingDay, rollToNextWorkingDay } from '#shared/calendar/working-calendar.ts'
import type {
  BatchCandidate,
  BatchCandidates,
  BatchPreviewQuestion,
  PaymentProblemShown,
} from '#shared/contracts/console-engine/payout-batches.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import {
  batchedRefund,
  refundHold,
  refundProgress,
} from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import {
  type BatchFormat,
  batchNumber,
  batchOrder,
  PAYMENTS_LIMIT,
  type PaymentSource,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import {
  type Payable,
  payableRefund,
} from '#shared/contracts/console-platform/transitions/payout-batch-transitions.ts'
import { controlTotals } from '#shared/payments/payment.ts'
import { formatProblems } from '#shared/payments/payment-format.ts'
import { listBankAccounts } from '../bank/bank-accounts.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { problemsShown } from './batch-case.ts'
import { payableOf } from './pay-again.ts'
import { templatesHere } from './payment-templates.ts'

/** Any id of a batch: lengths and characters of the file are those that it will have. */
const NOT_MADE_YET = '0'.repeat(26)

/** Approved payout requests and refunds that a batch from an account may take, and what is left out and why. */
export function readBatchCandidates(context: QueryContext, accountId: string | null): BatchCandidates {
  const accounts = listBankAccounts(context).filter(({ currency }) => currency === 'CNY')
  const marketplace = accounts.find(({ id }) => id === accountId)?.marketplace ?? null
  const all = approved(context)
  const here = all.filter((each) => each.marketplace === marketplace)
  const isFree = ({ leftOut }: BatchCandidate) => leftOut === null
  const free = here.filter(isFree)
  return {
    today: context.today,
    accounts: accounts.map(({ id, marketplaceName: name, bank, number, holder }) => ({
      ...{ id, marketplaceName: name, bank, number, holder },
    })),
    formats: batchFormats(context),
    candidates: [...free.slice(0, PAYMENTS_LIMIT), ...here.filter((each) => !isFree(each))],
    beyond: Math.max(0, free.length - PAYMENTS_LIMIT),
    waiting: controlTotals(marketplace === null ? [] : waitingRequests(context, marketplace)),
    elsewhere: controlTotals(all.filter((each) => each.marketplace !== marketplace && isFree(each))),
  }
}

/** Totals and problems of the file that a batch would have; what is no longer approved is not in it. @throws RecordMissing */
export function previewBatch(
  context: QueryContext,
  { accountId, executeOn, format, sources }: BatchPreviewQuestion,
): { count: number; total: number; problems: PaymentProblemShown[] } {
  const account = readPresent(context, 'bankAccount', accountId)
  if (account === null) throw new RecordMissing('bankAccount', accountId)
  const number = batchNumber(NOT_MADE_YET, shanghaiDate(context.now))
  const payments = sources
    .flatMap((source) => payableOf(context, source) ?? [])
    .map(({ payee, amount, purpose }, at) => ({ endToEndId: `${number}-${at + 1}`, payee, amount, purpose }))
  const order = batchOrder({
    ...{ number, createdAt: context.now, payer: payerOf(account), executeOn },
    payments,
  })
  return { ...controlTotals(payments), problems: problemsShown(formatProblems(order, format), payments) }
}

/** Whether banks work on a day, and the first day from it on that they do; null where its year has no table yet. */
export function readPayday({ calendar }: Pick<QueryContext, 'calendar'>, on: PlainDate) {
  const { date: next } = rollToNextWorkingDay(calendar, on)
  return { isWorked: isProvisional(calendar, on) ? null : isWorkingDay(calendar, on), next }
}

/** The forms of file that a batch may be written in. */
export function batchFormats(context: Pick<QueryContext, 'statements'>): BatchFormat[] {
  return [
    ...templatesHere(context).map((template): BatchFormat => ({ kind: 'template', template })),
    { kind: 'pain.001' },
  ]
}

function payerOf({ holder, number, bank }: BankAccount) {
  return { name: holder, account: number, bank }
}

interface Approved extends BatchCandidate {
  readonly marketplace: Marketplace
}

const REQUESTS = `SELECT id FROM payout_request WHERE status = 'approved'
  UNION SELECT id FROM overlay_payout_request WHERE status = 'approved' ORDER BY id`
const DEPOSITS = `SELECT id FROM deposit_obligation WHERE instr(body, '"refund-approval"') > 0
  UNION SELECT id FROM overlay_deposit_obligation WHERE instr(body, '"refund-approval"') > 0 ORDER BY id`

/** All that is approved and not paid, the oldest first, payouts before refunds. */
function approved(context: QueryContext): Approved[] {
  const me = context.workspace.account.id
  const requests = idsOf(context, REQUESTS).flatMap((id): Approved[] => {
    const payable = payableOf(context, { kind: 'payout', id })
    return payable === null ? [] : [freeOf({ kind: 'payout', id }, payable, me)]
  })
  const refunds = idsOf(context, DEPOSITS).flatMap((id): Approved[] => {
    const deposit = readPresent(context, 'depositObligation', id)
    return deposit === null ? [] : approvedRefund(deposit, me)
  })
  return [...requests, ...refunds]
}

function idsOf(context: QueryContext, sql: string): string[] {
  return context.statements
    .prepare<{ id: string }>(sql)
    .all({})
    .map(({ id }) => id)
}

function freeOf(source: PaymentSource, payable: Payable, me: string): Approved {
  const { marketplace, approvedBy, ...paying } = payable
  return { source, marketplace, ...paying, leftOut: approvedBy.includes(me) ? 'approved-by-you' : null }
}

function approvedRefund(deposit: DepositObligation, me: string): Approved[] {
  const { id, marketplace, providerId, providerName } = deposit
  const source = { kind: 'refund', id } as const
  const payable = payableRefund(deposit)
  if (payable !== null) return [freeOf(source, payable, me)]
  const { approved: amount } = refundProgress(deposit)
  if (amount <= 0) return []
  const leftOut =
    batchedRefund(deposit) !== null ? 'in-batch' : refundHold(deposit) !== null ? 'on-hold' : 'several-payees'
  return [
    { source, marketplace, providerId, providerName, payee: null, amount, purpose: REFUND_PURPOSE, leftOut },
  ]
}
const REFUND_PURPOSE = '保证金退还'

const WAITING = `SELECT coalesce(o.amount, r.amount) AS amount
  FROM payout_request r LEFT JOIN overlay_payout_request o ON o.id = r.id
  WHERE r.marketplace = @marketplace AND coalesce(o.status, r.status) IN ('verified', 'approved_once')`

function waitingRequests(context: QueryContext, marketplace: Marketplace): { readonly amount: number }[] {
  return context.statements.prepare<{ amount: number }>(WAITING).all({ marketplace })
}
