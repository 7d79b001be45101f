import { canonicalJson } from '#shared/base/canonical-json.ts'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { DepositEntry } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import {
  type Actor,
  type Decision,
  historyOf,
} from '#shared/contracts/console-platform/transitions/decision.ts'

type DecidedRecord = RecordOf[DecidedKind]

/**
 * Whether the very step from the version that was seen to the present one is this decision: the same person
 * said the same about the same version, in another command (from her second device, say). Anything further
 * apart is a conflict.
 */
export function alreadyApplied(
  record: DecidedRecord,
  decision: Decision,
  actor: Actor,
  expectedVersion: number,
): boolean {
  const last = record.history.at(-1)
  if (record.version !== expectedVersion + 1 || last === undefined) return false
  const same = canonicalJson(last) === canonicalJson(historyOf(decision, actor, last.at))
  return same && isInPlace(record, decision)
}

/** What a decision says beyond its history entry. */
function isInPlace(record: DecidedRecord, decision: Decision): boolean {
  switch (decision.type) {
    case 'application.assign':
    case 'listing.assign':
      return 'assignee' in record && record.assignee === decision.arguments.assignee
    case 'application.record-contract': {
      const { contract } = decision.arguments
      return (
        'contracts' in record &&
        record.contracts.some((each) => canonicalJson(each) === canonicalJson(contract))
      )
    }
    case 'listing.override-finding': {
      const { ruleId, reason } = decision.arguments
      return (
        'overrides' in record &&
        record.overrides.some((each) => each.ruleId === ruleId && each.reason === reason)
      )
    }
    case 'deposit.match': {
      const { parts, note } = decision.arguments
      const last = 'allocations' in record ? record.allocations.at(-1) : undefined
      return last?.undone === null && last.note === note && canonicalJson(last.parts) === canonicalJson(parts)
    }
    case 'deposit.unmatch':
      return (
        'allocations' in record && record.allocations.at(-1)?.undone?.reason === decision.arguments.reason
      )
    case 'deposit.waive':
    case 'deposit.issue-receipt':
    case 'deposit.request-refund':
    case 'deposit.approve-refund':
    case 'deposit.decline-refund':
      return 'entries' in record && isPosted(record.entries.at(-1), decision)
    case 'bank.open-account': {
      const { marketplace, number, holder, bank, currency } = decision.arguments
      if (!('holder' in record)) return false
      const same = { marketplace, number, holder, bank, currency }
      return canonicalJson({ ...record, ...same }) === canonicalJson(record)
    }
    case 'bank.import-statement':
      // Lines have the ids of the command that added them: another one cannot have added the same.
      return false
    default:
      return true
  }
}

/** Whether the last posting of a ledger is what a decision would post. */
function isPosted(last: DepositEntry | undefined, decision: Decision): boolean {
  switch (decision.type) {
    case 'deposit.waive': {
      const { until, reason } = decision.arguments
      return last?.kind === 'waive' && last.until === until && last.reason === reason
    }
    case 'deposit.issue-receipt':
      return last?.kind === 'receipt'
    case 'deposit.request-refund': {
      const { amount, reason } = decision.arguments
      return last?.kind === 'refund-request' && last.wanted === amount && last.reason === reason
    }
    case 'deposit.approve-refund':
      return last?.kind === 'refund-approval' && last.approved === decision.arguments.amount
    case 'deposit.decline-refund':
      return last?.kind === 'refund-refusal' && last.reason === decision.arguments.reason
    default:
      return false
  }
}
