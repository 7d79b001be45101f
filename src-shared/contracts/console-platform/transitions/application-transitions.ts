import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout } from '../commands.ts'
import type { Application, ApplicationStatus } from '../records/application.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'

type ApplicationCommand = CommandAbout<'application'>

/** States in which a decision can be taken. */
const FROM: Readonly<Record<ApplicationCommand, readonly ApplicationStatus[]>> = {
  'application.assign': [
    'submitted',
    'in_review',
    'changes_requested',
    'approved',
    'contract_pending',
    'deposit_pending',
  ],
  'application.start-review': ['submitted'],
  'application.request-changes': ['in_review'],
  'application.approve': ['in_review'],
  'application.reject': ['submitted', 'in_review'],
  'application.record-contract': ['approved', 'contract_pending'],
  'application.open': ['deposit_pending'],
}

export function applicationAllows(status: ApplicationStatus, type: ApplicationCommand): boolean {
  return FROM[type].includes(status)
}

/** What the marketplace asks after approval; read from its pack by the caller. */
export interface AdmissionSteps {
  /** Keys of the agreements that must be signed before the deposit is asked. */
  readonly agreements: readonly string[]
}

/**
 * The application after a decision, one version further; null where its state does not allow it.
 * Pure: the platform applies it, a console lays it over the confirmed row while the decision is pending.
 */
export function decideApplication(
  before: Application,
  decision: DecisionAbout<'application'>,
  actor: Actor,
  at: Instant,
  steps: AdmissionSteps,
): Application | null {
  if (!applicationAllows(before.status, decision.type)) return null
  const after = {
    ...before,
    version: before.version + 1,
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
  switch (decision.type) {
    case 'application.assign':
      return { ...after, assignee: decision.arguments.assignee }
    case 'application.start-review':
      return { ...after, status: 'in_review', assignee: before.assignee ?? actor.id }
    case 'application.request-changes':
      return { ...after, status: 'changes_requested' }
    case 'application.approve':
      return {
        ...after,
        status: nextAfterApproval(before.contracts, steps),
        decidedAt: at,
      }
    case 'application.reject':
      return { ...after, status: 'rejected', decidedAt: at }
    case 'application.record-contract': {
      const contracts = [
        ...before.contracts.filter(
          (contract) => contract.agreement !== decision.arguments.contract.agreement,
        ),
        decision.arguments.contract,
      ]
      return { ...after, contracts, status: nextAfterApproval(contracts, steps) }
    }
    case 'application.open':
      return { ...after, status: 'open' }
  }
}

function nextAfterApproval(contracts: Application['contracts'], steps: AdmissionSteps): ApplicationStatus {
  const signed = new Set(contracts.map((contract) => contract.agreement))
  return steps.agreements.every((agreement) => signed.has(agreement)) ? 'deposit_pending' : 'contract_pending'
}
