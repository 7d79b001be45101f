import type { Instant } from '../../../base/ids.ts'
import { shanghaiDate } from '../../../calendar/shanghai.ts'
import type { ApplicantDocument } from '../../../rules/admission/applicant.ts'
import type { CommandAbout, CommandArguments } from '../commands.ts'
import type { HistoryEntry } from '../records/history.ts'
import { type Provider, type ProviderDecision, withDocuments } from '../records/provider.ts'
import { type Actor, type DecisionAbout, stepOf } from './decision.ts'

export type ProviderCommand = CommandAbout<'provider'>
type Named = DecisionAbout<'provider'>

/** Why a provider cannot be decided about in this way. */
export type ProviderTrouble = 'wrong-state' | 'day-impossible' | 'reason-missing'

const WHAT: Readonly<Record<ProviderCommand, ProviderDecision['what']>> = {
  'provider.suspend': 'suspend',
  'provider.resume': 'resume',
  'provider.pause-payouts': 'pause-payouts',
  'provider.resume-payouts': 'resume-payouts',
  'provider.leave': 'leave',
  'provider.close': 'close',
  'provider.re-verify': 're-verify',
  'provider.record-term': 'record-term',
}

/** Whether a provider is in a state for a decision, whoever decides. */
export function providerAllows(
  { status, payoutsPaused }: Pick<Provider, 'status' | 'payoutsPaused'>,
  type: ProviderCommand,
): boolean {
  const isHere = status === 'active' || status === 'suspended' || status === 'leaving'
  switch (type) {
    case 'provider.suspend':
      return status === 'active'
    case 'provider.resume':
      return status === 'suspended' || status === 'leaving'
    case 'provider.pause-payouts':
      return status !== 'prospect' && !payoutsPaused
    case 'provider.resume-payouts':
      return payoutsPaused
    case 'provider.leave':
      return status === 'active' || status === 'suspended'
    case 'provider.close':
      return status === 'leaving'
    case 'provider.re-verify':
    case 'provider.record-term':
      return isHere
  }
}

/** The provider after a decision, one version further; or why it cannot be. Pure. */
export function decideProvider(
  before: Provider,
  decision: Named,
  actor: Actor,
  at: Instant,
): Provider | ProviderTrouble {
  if (!providerAllows(before, decision.type)) return 'wrong-state'
  const today = shanghaiDate(at)
  const { reason, attachments } = decision.arguments
  const on = 'on' in decision.arguments ? decision.arguments.on : today
  const outcome = 'outcome' in decision.arguments ? decision.arguments.outcome : null
  if (outcome === 'differs' && reason.length < 4) return 'reason-missing'
  const made: ProviderDecision = {
    ...{ what: WHAT[decision.type], on, reason, attachments, outcome },
    ...{ at, by: actor.id, byName: actor.name },
  }
  const next: Provider = {
    ...before,
    version: before.version + 1,
    decisions: [...before.decisions, made],
    updatedAt: at,
  }
  switch (decision.type) {
    case 'provider.suspend':
      return { ...next, status: 'suspended' }
    case 'provider.resume':
      return { ...next, status: 'active' }
    case 'provider.pause-payouts':
      return { ...next, payoutsPaused: true }
    case 'provider.resume-payouts':
      return { ...next, payoutsPaused: false }
    case 'provider.leave':
      return { ...next, status: 'leaving' }
    case 'provider.close':
      return { ...next, status: 'closed' }
    case 'provider.record-term': {
      const { agreement, from, until, renewal } = decision.arguments
      if (until !== null && until < from) return 'day-impossible'
      return { ...next, terms: [...before.terms, { agreement, from, until, renewal }] }
    }
    case 'provider.re-verify':
      return { ...next, documents: withDocuments(before.documents, renewed(decision.arguments)) }
  }
}

function renewed({ documents }: CommandArguments<'provider.re-verify'>): ApplicantDocument[] {
  return documents.map(({ kind, expiresOn, file }) => ({
    ...{
      kind,
      expiresOn,
      fileHash: file.sha256,
      fileName: file.name,
      mediaType: file.type,
      bytes: file.size,
    },
  }))
}

/** What was decided about a provider, as steps of a history. */
export function providerHistory({ decisions }: Pick<Provider, 'decisions'>): HistoryEntry[] {
  return decisions.map(({ what, at, by, byName, reason }) => ({
    ...stepOf(`provider.${what}`, { id: by, name: byName }, at),
    internalNote: reason === '' ? null : reason,
  }))
}
