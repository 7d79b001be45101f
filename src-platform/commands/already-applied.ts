import { canonicalJson } from '#shared/base/canonical-json.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import {
  type Actor,
  type Decision,
  historyOf,
} from '#shared/contracts/console-platform/transitions/decision.ts'

type DecidedRecord = Application | ListingVersion | DepositObligation

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
    case 'deposit.waive': {
      const { until, reason } = decision.arguments
      const last = 'entries' in record ? record.entries.at(-1) : undefined
      return last?.kind === 'waive' && last.until === until && last.reason === reason
    }
    default:
      return true
  }
}
