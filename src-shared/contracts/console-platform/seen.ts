import type { PlainDate } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import { createWorkingCalendar } from '../../calendar/working-calendar.ts'
import { packInForce } from '../../policy/pack-in-force.ts'
import { judgeAdmission } from '../../rules/admission/judge-admission.ts'
import { isControl } from '../../rules/in-force/company-controls.ts'
import type { Policies } from '../../rules/in-force/policies.ts'
import { COMMANDS, type CommandType, type DecidedKind } from './commands.ts'
import { invoiceShown } from './invoice-shown.ts'
import { accountShown, batchShown, payoutShown } from './payout-shown.ts'
import { payoutChecksOn } from './payout-standing.ts'
import type { Application } from './records/application.ts'
import type { DepositObligation } from './records/deposit-obligation.ts'
import type { Listing, ListingVersion } from './records/listing.ts'
import type { OfflineOrder } from './records/offline-order.ts'
import type { Proposal } from './records/proposal.ts'
import type { Provider } from './records/provider.ts'
import type { RecordOf } from './records/record-kinds.ts'
import type { SettlementMonth } from './records/settlement-month.ts'
import type { SettlementStatement } from './records/settlement-statement.ts'
import type { Supervision } from './records/supervision.ts'
import { type Violation, violationStatus } from './records/violation.ts'
import { stepShown, withoutTime } from './shown-steps.ts'
import { type Asking, ask, askOfProvider } from './transitions/asking.ts'
import { payoutSurroundings } from './transitions/payout-transitions.ts'

/** From this protocol on consoles make the digest of what was seen from `shownFor`, and the platform compares it. */
const COMPARED_FROM = 4

/** Whether the platform compares what was seen when a command comes from a console of a protocol. */
export function comparesSeen(type: CommandType, protocol: number): boolean {
  return COMMANDS[type].seen === 'compared' && protocol >= COMPARED_FROM
}

/** What a decision is taken from besides the records, part by part; equal parts have equal canonical JSON. */
export type Shown = Readonly<Record<string, unknown>>

/** By which rules and controls, and on which day, a record is judged. */
export interface Judging extends Pick<Policies, 'packs' | 'tables' | 'controls'> {
  readonly on: PlainDate
}

type ShownOf = {
  readonly [K in DecidedKind]: (record: RecordOf[K], judging: Judging) => Shown | Asking<Shown>
}

/**
 * What is on the screen of who decides about a record: the record, what it is judged by, and what else speaks for or
 * against. Left out is what a console foresees otherwise than the platform writes it: instants, and numbers that only
 * the platform gives.
 */
const SHOWN: ShownOf = {
  *application(application, { packs }) {
    const { marketplace, applicant, purpose, submittedAt } = application
    const on = shanghaiDate(submittedAt)
    const pack = packInForce(packs, marketplace, on)
    return {
      application: applicationShown(application),
      provider: providerShown(yield* ask('provider', application.providerId)),
      pack: pack?.version ?? null,
      conditions: pack === null ? [] : judgeAdmission(applicant, pack, { on, joinedKind: purpose }),
    }
  },
  *listingVersion(version, { packs, on }) {
    const { marketplace, providerId, listingId, submittedAt } = version
    const pack = packInForce(packs, marketplace, submittedAt === null ? on : shanghaiDate(submittedAt))
    return {
      listingVersion: versionShown(version),
      listing: listingShown(yield* ask('listing', listingId)),
      provider: providerShown(yield* ask('provider', providerId)),
      deposits: (yield* askOfProvider('depositObligation', marketplace, providerId)).map(depositBeside),
      pack: pack?.version ?? null,
    }
  },
  *depositObligation(obligation, { packs, on }) {
    const { marketplace, providerId } = obligation
    return {
      obligation: obligationShown(obligation),
      violations: (yield* askOfProvider('violation', marketplace, providerId)).map(violationBeside),
      pack: packInForce(packs, obligation.marketplace, on)?.version ?? null,
    }
  },
  *violation(violation, { packs, on }) {
    const { marketplace, providerId } = violation
    return {
      violation: violationShown(violation),
      deposits: (yield* askOfProvider('depositObligation', marketplace, providerId)).map(depositBeside),
      pack: packInForce(packs, marketplace, on)?.version ?? null,
    }
  },
  *recharge({ updatedAt: _u, history, recorded, ruling, takenBack, ...shown }) {
    const deposit = yield* ask('depositObligation', shown.obligationId)
    return {
      recharge: {
        ...shown,
        history: history.map(stepShown),
        recordedBy: recorded.by,
        ruling: ruling === null ? null : withoutTime(ruling),
        takenBack: takenBack === null ? null : withoutTime(takenBack),
      },
      deposit: deposit === null ? null : depositBeside(deposit),
    }
  },
  bankAccount: ({ id, version }) => ({ account: { id, version } }),
  *offlineOrder(record, { packs }) {
    const { marketplace, paidAt, refundOf } = record
    return {
      offlineOrder: offlineShown(record),
      original: refundOf === null ? null : ((yield* ask('order', refundOf))?.version ?? null),
      pack: packInForce(packs, marketplace, shanghaiDate(paidAt))?.version ?? null,
    }
  },
  *supervision(record, { packs }) {
    const order = yield* ask('order', record.id)
    const pack = order === null ? null : packInForce(packs, order.marketplace, shanghaiDate(order.paidAt))
    return { supervision: supervisionShown(record), pack: pack?.version ?? null }
  },
  orderImport: ({ id, version }) => ({ orderImport: { id, version } }),
  contact: ({ id, version }) => ({ contact: { id, version } }),
  notice: ({ id, version }) => ({ notice: { id, version } }),
  noticeTemplate: ({ id, version }) => ({ template: { id, version } }),
  bankLine: ({ id, version }) => ({ line: { id, version } }),
  paymentTemplate: ({ id, version }) => ({ template: { id, version } }),
  matchSettings: ({ id, version }) => ({ settings: { id, version } }),
  settlementMonth: ({ id, version }) => ({ month: { id, version } }),
  settlementAdjustment: ({ id, version }) => ({ adjustment: { id, version } }),
  commissionInvoice: ({ id, version }) => ({ invoice: { id, version } }),
  commissionRebate: ({ id, version }) => ({ rebate: { id, version } }),
  *settlementStatement(statement) {
    const month = yield* ask('settlementMonth', statement.monthId)
    return { statement: statementShown(statement), month: month === null ? null : monthShown(month) }
  },
  companyControl(record, { controls }) {
    const { control, from } = record
    return {
      proposal: proposalShown(record),
      inForce: isControl(control) ? controls(control, from) : null,
    }
  },
  policyPack(record, { packs }) {
    const { marketplace, from } = record
    return {
      proposal: proposalShown(record),
      inForce: packInForce(packs, marketplace, from)?.version ?? null,
    }
  },
  holidayTable(record, { tables }) {
    return {
      proposal: proposalShown(record),
      inForce: tables.find(({ year }) => year === record.year) ?? null,
    }
  },
  provider: (provider) => ({ provider: providerShown(provider) }),
  *providerAccount(account) {
    const { marketplace, providerId } = account
    const accounts = yield* askOfProvider('providerAccount', marketplace, providerId)
    return {
      account: accountShown(account),
      provider: providerShown(yield* ask('provider', providerId)),
      others: accounts.filter(({ id }) => id !== account.id).map(accountShown),
    }
  },
  invoice: invoiceShown,
  *payoutRequest(request, { packs, tables, controls, on }) {
    const { id, marketplace, providerId } = request
    const around = yield* payoutSurroundings(providerId, id)
    const deposits = yield* askOfProvider('depositObligation', marketplace, providerId)
    const policies = { packs, controls, calendar: createWorkingCalendar(tables) }
    const checks = payoutChecksOn(policies, request, around, deposits, on)
    return {
      payout: payoutShown(request),
      provider: providerShown(around.provider),
      accounts: around.accounts.map(accountShown),
      checks: checks.map(({ on: _on, ...check }) => check),
    }
  },
  payoutBatch: (batch) => ({ batch: batchShown(batch) }),
  operator: ({ updatedAt: _u, ...shown }) => ({ operator: shown }),
}

/** What is shown to who decides about a record; asks for what else is on the screen. */
export function* shownFor<K extends DecidedKind>(
  kind: K,
  record: RecordOf[K],
  judging: Judging,
): Asking<Shown> {
  const shown = SHOWN[kind](record, judging)
  return isAsking(shown) ? yield* shown : shown
}

function isAsking(shown: Shown | Asking<Shown>): shown is Asking<Shown> {
  return 'next' in shown
}

function applicationShown({ version: _v, updatedAt: _u, decidedAt: _d, history, ...shown }: Application) {
  return { ...shown, history: history.map(stepShown) }
}

function versionShown({ updatedAt: _u, decidedAt: _d, history, overrides, ...shown }: ListingVersion) {
  return {
    ...shown,
    history: history.map(stepShown),
    overrides: overrides.map(({ at: _at, ...override }) => override),
  }
}

function obligationShown({ updatedAt: _u, history, entries, ...shown }: DepositObligation) {
  return { ...shown, history: history.map(stepShown), entries: entriesShown(entries) }
}

/** What is shown of a deposit beside a record that is decided about. */
export function depositBeside({ category, amount, entries }: DepositObligation) {
  return { category, amount, entries: entriesShown(entries) }
}

/** What is shown of a violation beside a deposit that is decided about. */
export function violationBeside(violation: Violation) {
  const { rule, occurredOn, ruling, appeal } = violation
  return {
    ...{ rule, occurredOn, status: violationStatus(violation) },
    deduction: ruling?.deduction ?? 0,
    appeal: appeal?.statement ?? null,
  }
}

function violationShown({ updatedAt: _u, history, recorded, ruling, appeal, ...shown }: Violation) {
  return {
    ...shown,
    history: history.map(stepShown),
    recordedBy: recorded.by,
    ruling: ruling === null ? null : withoutTime(ruling),
    appeal:
      appeal === null
        ? null
        : { ...withoutTime(appeal), ruling: appeal.ruling === null ? null : withoutTime(appeal.ruling) },
  }
}

function entriesShown(entries: DepositObligation['entries']) {
  return entries.map(({ at: _at, ...entry }) =>
    entry.kind === 'receipt' || entry.kind === 'receipt-void' ? { ...entry, number: null } : entry,
  )
}

function statementShown(statement: SettlementStatement) {
  const { updatedAt: _u, history: _h, committed: _c, voided: _v, ...shown } = statement
  return shown
}

function monthShown({ draft, skipped }: SettlementMonth) {
  return {
    draft: draft?.id ?? null,
    skipped: skipped.flatMap(({ check, draftId }) => (draftId === draft?.id ? [check] : [])),
  }
}

function proposalShown<P extends Proposal>({ updatedAt: _u, history, proposed, decided, ...shown }: P) {
  return {
    ...shown,
    history: history.map(stepShown),
    proposedBy: proposed.by,
    decided: decided && { by: decided.by, reason: decided.reason },
  }
}

function offlineShown({ updatedAt: _u, history, recorded, verdict, ...shown }: OfflineOrder) {
  return {
    ...shown,
    history: history.map(stepShown),
    recordedBy: recorded.by,
    verdict: verdict?.outcome ?? null,
  }
}

function supervisionShown({ updatedAt: _u, steps, ...shown }: Supervision) {
  return { ...shown, steps: steps.map(({ at: _at, ...step }) => step) }
}

function providerShown(provider: Provider | null) {
  if (provider === null) return null
  const { version: _v, updatedAt: _u, ...shown } = provider
  return shown
}

function listingShown(listing: Listing | null) {
  if (listing === null) return null
  const { version: _v, updatedAt: _u, ...shown } = listing
  return shown
}
