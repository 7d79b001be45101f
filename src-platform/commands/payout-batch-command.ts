import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { refundHold } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  type BatchDecision,
  type BatchSurroundings,
  batchSurroundings,
  decidePayoutBatch,
} from '#shared/contracts/console-platform/transitions/payout-batch-transitions.ts'
import { hasOtherInvoices } from '#shared/contracts/console-platform/transitions/payout-steps.ts'
import { payoutSurroundings } from '#shared/contracts/console-platform/transitions/payout-transitions.ts'
import { whyNotWrittenSo } from './payment-template-command.ts'
import { checksOf, mayNotGoOn } from './payout-command.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { samePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a batch, with what it does to the requests and refunds that it pays. */
export async function decideOnPayoutBatch(
  setting: CommandSetting,
  before: PayoutBatch | null,
  decision: BatchDecision,
  id: string,
): Promise<PayoutBatch | Refusal> {
  const { transaction, platform, actor, at } = setting
  const around = await answeredFrom(batchSurroundings(before, decision), transaction)
  const decided = decidePayoutBatch(before, id, around, decision, actor, at)
  if (typeof decided === 'string') return refuse(decided, before?.number ?? id)
  if (bringsMoneyNearer(before, decision)) {
    if (platform.policies.controls('payments-paused', shanghaiDate(at))) return refuse('payments-paused', id)
    const kept = await keptBack(setting, around)
    if (kept !== null) return kept
  }
  if (decision.type === 'payout.batch') {
    const approver = await approvedByMaker(setting, around)
    if (approver !== null) return refuse('same-person', approver)
    const otherwise = await whyNotWrittenSo(setting, decision.arguments.format)
    if (otherwise !== null) return otherwise
  }
  for (const after of decided.requests) {
    const was = around.requests.get(after.id) ?? null
    await writeRecord(setting, decision.type, 'payoutRequest', was, after)
  }
  for (const after of decided.deposits) {
    const was = around.deposits.get(after.id) ?? null
    await writeRecord(setting, decision.type, 'depositObligation', was, after)
  }
  await writeRecord(setting, decision.type, 'payoutBatch', before, decided.batch)
  return decided.batch
}

/** The same file written once more brings nothing nearer: it is out already. */
function bringsMoneyNearer(before: PayoutBatch | null, { type }: BatchDecision): boolean {
  return type === 'payout.batch' || (type === 'payout.export-batch' && before?.file === null)
}

/** What has come to speak against a payment since it was approved; null where nothing has. */
async function keptBack(
  setting: CommandSetting,
  { requests, deposits }: BatchSurroundings,
): Promise<Refusal | null> {
  const held = [...deposits.values()].find((deposit) => refundHold(deposit) !== null)
  if (held !== undefined) return refuse('payment-not-payable', held.providerName)
  for (const request of requests.values()) {
    const { id, providerId, providerName, status, verified } = request
    if (status === 'in_batch' && hasOtherInvoices(request)) return refuse('payment-not-payable', providerName)
    const around = await answeredFrom(payoutSurroundings(providerId, id), setting.transaction)
    const checks = await checksOf(setting, request, around)
    const refusal = mayNotGoOn(checks, [], around.provider, verified?.reason ?? '')
    if (refusal !== null) return { ...refusal, detail: providerName }
  }
  return null
}

/** The name of who approved something in the batch and makes it too, under whatever account; null where nobody does. */
async function approvedByMaker(
  { transaction, actor }: CommandSetting,
  { requests, deposits }: BatchSurroundings,
): Promise<string | null> {
  const approvals = [
    ...[...requests.values()].flatMap((request) => request.approvals),
    ...[...deposits.values()].flatMap(({ entries }) =>
      entries.filter(({ kind }) => kind === 'refund-approval'),
    ),
  ]
  const people = new Map(approvals.map(({ by, byName }) => [by, byName]))
  for (const [by, byName] of people) if (await samePerson(transaction, by, actor.id)) return byName
  return null
}
