import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { approversFor, payoutChecksOn } from '#shared/contracts/console-platform/payout-standing.ts'
import { handsIn, type PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import { awaitingInvoice } from '#shared/contracts/console-platform/transitions/payout-steps.ts'
import {
  decidePayout,
  type PayoutDecision,
  type PayoutSurroundings,
  payoutProvider,
  payoutSurroundings,
} from '#shared/contracts/console-platform/transitions/payout-transitions.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { ASKED_LATER, type PayoutCheck, type PayoutCheckId } from '#shared/rules/payouts/payout-check.ts'
import { failedChecks } from '#shared/rules/payouts/payout-checks.ts'
import { type CommandSetting, PLATFORM_ACTOR, type Refusal, refuse } from './ruling.ts'
import { samePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a request to be paid. What its checks say is asked at every step that brings the money nearer. */
export async function decideOnPayout(
  setting: CommandSetting,
  before: PayoutRequest | null,
  decision: PayoutDecision,
  id: string,
): Promise<PayoutRequest | Refusal> {
  const { transaction, platform, actor, at } = setting
  const today = shanghaiDate(at)
  const around = await answeredFrom(payoutSurroundings(payoutProvider(before, decision), id), transaction)
  // Nobody knows the amount before the request is made: it is asked again below.
  const approvers = approversFor(platform.policies, before?.amount ?? 0, today)
  const decided = decidePayout(before, id, around, decision, actor, at, approvers)
  if (typeof decided === 'string') return refuse(decided, detailOf(before, decision))
  const after = { ...decided, approvers: approversFor(platform.policies, decided.amount, today) }
  const refusal = await guard(setting, before, after, decision, around)
  if (refusal !== null) return refusal
  const written = decision.type === 'payout.request' ? asksInvoice(setting, after) : after
  await writeRecord(setting, decision.type, 'payoutRequest', before, written)
  return written
}

/** Where the pack has the provider invoice what it is paid, the request waits for that. Still its first version. */
export function asksInvoice({ platform, at }: Pick<CommandSetting, 'platform' | 'at'>, made: PayoutRequest) {
  const pack = packInForce(platform.policies.packs, made.marketplace, made.requested.on)
  if (pack?.payout?.invoice == null) return made
  const awaiting = awaitingInvoice(made, PLATFORM_ACTOR, at)
  return awaiting === null ? made : { ...awaiting, version: made.version }
}

async function guard(
  setting: CommandSetting,
  before: PayoutRequest | null,
  after: PayoutRequest,
  decision: PayoutDecision,
  around: PayoutSurroundings,
): Promise<Refusal | null> {
  switch (decision.type) {
    case 'payout.request':
      return mayNotGoOn(
        await checksOf(setting, after, around),
        ASKED_LATER,
        around.provider,
        decision.arguments.reason,
      )
    case 'payout.verify':
      return mayNotGoOn(
        await checksOf(setting, after, around),
        [],
        around.provider,
        decision.arguments.reason,
      )
    case 'payout.approve': {
      // Of those who had a hand in it before, none may be the same person under another account.
      for (const { by, byName } of before === null ? [] : handsIn(before)) {
        if (await samePerson(setting.transaction, by, setting.actor.id)) return refuse('same-person', byName)
      }
      return mayNotGoOn(
        await checksOf(setting, after, around),
        [],
        around.provider,
        after.verified?.reason ?? '',
      )
    }
    case 'payout.reject':
    case 'payout.cancel':
    case 'payout.send-back':
      return null
  }
}

/** Checks of a request by what is on record in the transaction. */
export async function checksOf(
  { platform, transaction, at }: Pick<CommandSetting, 'platform' | 'transaction' | 'at'>,
  request: PayoutRequest,
  around: PayoutSurroundings,
): Promise<PayoutCheck[]> {
  const { marketplace, providerId } = request
  const deposits = await transaction.ofProvider('depositObligation', marketplace, providerId)
  return payoutChecksOn(platform.policies, request, around, deposits, shanghaiDate(at))
}

/**
 * The first check that keeps the money back; or that a reason is needed and nobody gave one: where no rule says, and
 * where what is left of a provider that leaves is paid although it is below the minimum.
 */
export function mayNotGoOn(
  checks: readonly PayoutCheck[],
  later: readonly PayoutCheckId[],
  provider: Provider | null,
  reason: string,
): Refusal | null {
  const isLeaving = provider?.status === 'leaving' || provider?.status === 'closed'
  const isException = ({ check }: PayoutCheck) => check === 'minimum' && isLeaving
  const asked = checks.filter(({ check }) => !later.includes(check))
  const failed = failedChecks(asked).find((each) => !isException(each))
  if (failed !== undefined) return refuse('payout-check-failed', failed.check)
  const unsaid = asked.find((each) => each.result === 'open' || (each.result === 'fail' && isException(each)))
  return unsaid === undefined || reason.length >= 4 ? null : refuse('reason-missing', unsaid.check)
}

function detailOf(before: PayoutRequest | null, decision: PayoutDecision): string {
  if (decision.type === 'payout.request') return decision.arguments.months.join(' ')
  if (decision.type !== 'payout.approve' || before === null) return before?.id ?? ''
  return handsIn(before)
    .map(({ byName }) => byName)
    .join('、')
}
