import type { Instant } from '../../../base/ids.ts'
import { ASK_FOR_NOTE } from '../../../rules/bank-matching/match-types.ts'
import type { CommandAbout } from '../commands.ts'
import {
  type Allocation,
  type BankLine,
  type LineStatus,
  lineEffect,
  lineStatus,
  liveAllocation,
  type MatchPart,
} from '../records/bank-line.ts'
import {
  approvedOutsideBatches,
  rechargedNumbers,
  refundProgress,
  refundShownBy,
} from '../records/deposit-ledger.ts'
import { type DepositObligation, depositBalance } from '../records/deposit-obligation.ts'
import type { PayoutBatch } from '../records/payout-batch.ts'
import type { PayoutRequest } from '../records/payout-request.ts'
import { rechargeName } from '../records/recharge.ts'
import { type Asking, ask, askAll } from './asking.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'
import { Ledgers } from './deposit-postings.ts'
import { askLinePaid, type LinePaid, Payments, requestOf } from './line-payments.ts'

/** Decisions about a line. */
export type LineDecision = DecisionAbout<'bankLine'>

/** Why a line cannot be accounted for in this way. */
export type LineTrouble =
  | 'wrong-state'
  /** The parts do not sum to the line's amount, or one deposit is named twice. */
  | 'parts-do-not-sum'
  | 'unknown-deposit'
  | 'other-marketplace'
  /** A deposit takes money in, a refund sends it out; less is approved than was paid. */
  | 'wrong-direction'
  | 'refund-not-approved'
  /** The money was approved or paid back meanwhile: that has to be undone before. */
  | 'refund-rests-on-it'
  /** What is taken back is not this line: another account or amount, or already taken back. */
  | 'not-the-original'
  /** The payment is on the deposit already, by a recharge that was typed. */
  | 'recharge-known'
  /** A request that is not on its way to the bank, or of another amount; a refund on its way of another amount. */
  | 'payment-not-payable'
  /** Something speaks against what it is matched to, and nothing says why it is right all the same. */
  | 'note-missing'

/** A line with everything its decision changes. */
export interface LineSurroundings {
  /** The line it takes back; null where it takes none back, or there is no such line. */
  readonly original: BankLine | null
  readonly obligations: ReadonlyMap<string, DepositObligation>
  readonly paid: LinePaid
}

/** All records as a decision about a line leaves them, each one version further. */
export interface DecidedLine {
  readonly line: BankLine
  readonly original: BankLine | null
  readonly obligations: readonly DepositObligation[]
  readonly requests: readonly PayoutRequest[]
  readonly batches: readonly PayoutBatch[]
}

/** The state in which each decision can be taken. */
const FROM: Readonly<Record<CommandAbout<'bankLine'>, LineStatus>> = {
  'deposit.match': 'open',
  'deposit.unmatch': 'matched',
}

export function bankLineAllows(
  line: Pick<BankLine, 'allocations' | 'takenBackBy'>,
  type: CommandAbout<'bankLine'>,
): boolean {
  return lineStatus(line) === FROM[type]
}

/** Whether what speaks against parts asks for a note; of a person's decision, for an import takes no such part. */
export function asksForNote(parts: readonly Pick<MatchPart, 'reasons'>[]): boolean {
  const asking: readonly string[] = ASK_FOR_NOTE
  return parts.some(({ reasons }) => reasons.some((reason) => asking.includes(reason)))
}

/** Whether a decision lacks the note that its parts ask for. */
export function lacksNote(decision: LineDecision): boolean {
  return (
    decision.type === 'deposit.match' &&
    decision.arguments.note.trim() === '' &&
    asksForNote(decision.arguments.parts)
  )
}

/** The parts that a decision makes, or unmakes. */
function partsOf(line: BankLine, decision: LineDecision): readonly MatchPart[] {
  switch (decision.type) {
    case 'deposit.match':
      return decision.arguments.parts
    case 'deposit.unmatch':
      return liveAllocation(line)?.parts ?? []
  }
}

/** Everything a decision about a line rests on: the line it takes back, and the deposits on which it posts. */
export function* lineSurroundings(line: BankLine, decision: LineDecision): Asking<LineSurroundings> {
  const originalId = originalIdOf(line, decision)
  const original = originalId === null ? null : yield* ask('bankLine', originalId)
  const parts = partsAround(line, original, decision)
  const obligations = yield* askAll('depositObligation', parts.flatMap(obligationOf))
  return { original, obligations, paid: yield* askLinePaid(parts, obligations) }
}

/** The line that a decision would take back, or let stand again. */
function originalIdOf(line: BankLine, decision: LineDecision): string | null {
  const parts = partsOf(line, decision)
  return parts.flatMap(({ target }) => (target.kind === 'return' ? [target.lineId] : []))[0] ?? null
}

/** The parts that a decision makes or unmakes, and those that it takes back or lets stand again. */
function partsAround(line: BankLine, original: BankLine | null, decision: LineDecision): MatchPart[] {
  return [...partsOf(line, decision), ...(original?.allocations.at(-1)?.parts ?? [])]
}

/**
 * A decision about a line with all it brings along: postings on the deposits, the receipts that become void, the line
 * it takes back. Undoing puts balances and states back as they were. `automatic`: an import found the match by itself.
 * Pure: the platform applies it, a console lays it over what is confirmed.
 */
export function decideBankLine(
  before: BankLine,
  { original, obligations, paid }: LineSurroundings,
  decision: LineDecision,
  actor: Actor,
  at: Instant,
  automatic = false,
): DecidedLine | LineTrouble {
  if (!bankLineAllows(before, decision.type)) return 'wrong-state'
  const posted = { at, by: actor.id, byName: actor.name }
  const ledgers = new Ledgers(obligations, decision, actor, at)
  const payments = new Payments(paid, obligations, decision, actor, at)
  const step = <L extends BankLine>(line: L, change: Partial<BankLine>): BankLine => ({
    ...line,
    ...change,
    version: line.version + 1,
    history: [...line.history, historyOf(decision, actor, at)],
    updatedAt: at,
  })
  const done = (line: BankLine, takenBack: BankLine | null): DecidedLine => ({
    line,
    original: takenBack,
    obligations: ledgers.changed(),
    ...payments.changed(),
  })

  switch (decision.type) {
    case 'deposit.match': {
      const { parts, note } = decision.arguments
      const trouble = troubleWith(before, parts, original, obligations, paid)
      if (trouble !== null) return trouble
      const allocation: Allocation = { parts, automatic, note, ...posted, undone: null }
      const line = step(before, { allocations: [...before.allocations, allocation] })
      ledgers.post(before, parts, note)
      payments.post(before, parts)
      if (original === null || originalIdOf(before, decision) === null) return done(line, null)
      const undone = { reason: decision.type, takenBackBy: before.id, ...posted }
      const takenBack = liveAllocation(original)?.parts ?? []
      ledgers.takeBack(original, takenBack, undone.reason, () => true)
      payments.giveBack(original, before, takenBack, note || undone.reason)
      const allocations = withUndone(original.allocations, undone)
      return done(line, step(original, { takenBackBy: before.id, allocations }))
    }
    case 'deposit.unmatch': {
      const { reason } = decision.arguments
      const undone = { reason, takenBackBy: null, ...posted }
      const line = step(before, { allocations: withUndone(before.allocations, undone) })
      ledgers.takeBack(before, partsOf(before, decision), reason, (batchId) => payments.isGivenUp(batchId))
      payments.undo(before, partsOf(before, decision))
      if (ledgers.changed().some(isOwedBack)) return 'refund-rests-on-it'
      if (originalIdOf(before, decision) === null) return done(line, null)
      if (original === null || original.takenBackBy !== before.id) return 'not-the-original'
      // It stands again as it stood before it was taken back.
      const last = original.allocations.at(-1)
      const again = last?.undone?.takenBackBy === before.id ? { ...last, ...posted, undone: null } : null
      if (again !== null) {
        if (again.parts.some((part) => isTyped(original, part, obligations))) return 'recharge-known'
        if (!payments.stand(original, before, again.parts)) return 'refund-rests-on-it'
        ledgers.stand(original, again.parts, again.note)
      }
      const allocations = again === null ? original.allocations : [...original.allocations, again]
      return done(line, step(original, { takenBackBy: null, allocations }))
    }
  }
}

/** Only the last allocation can be live. */
function withUndone(
  allocations: readonly Allocation[],
  undone: NonNullable<Allocation['undone']>,
): Allocation[] {
  return allocations.map((each, at) =>
    at === allocations.length - 1 && each.undone === null ? { ...each, undone } : each,
  )
}

function troubleWith(
  line: BankLine,
  parts: readonly MatchPart[],
  original: BankLine | null,
  obligations: ReadonlyMap<string, DepositObligation>,
  { requests }: LinePaid,
): LineTrouble | null {
  const named = [...parts.flatMap(obligationOf), ...parts.flatMap(requestOf)]
  const returns = parts.some(({ target }) => target.kind === 'return')
  const sum = parts.reduce((total, { amount }) => total + amount, 0)
  if (sum !== line.amount || new Set(named).size !== named.length) return 'parts-do-not-sum'
  if (returns) {
    const fits =
      parts.length === 1 &&
      original !== null &&
      original.id !== line.id &&
      original.accountId === line.accountId &&
      original.takenBackBy === null &&
      lineEffect(original) === -lineEffect(line) &&
      !isReturn(original)
    if (!fits) return 'not-the-original'
  }
  for (const { target, amount } of parts) {
    if (target.kind === 'payout') {
      const request = requests.get(target.requestId)
      if (request?.status !== 'in_batch' || request.amount !== amount) return 'payment-not-payable'
      if (request.marketplace !== line.marketplace) return 'other-marketplace'
      if (line.direction !== 'out') return 'wrong-direction'
    }
    if (target.kind !== 'deposit' && target.kind !== 'refund') continue
    const obligation = obligations.get(target.obligationId)
    if (obligation === undefined) return 'unknown-deposit'
    if (obligation.marketplace !== line.marketplace) return 'other-marketplace'
    if (line.direction !== (target.kind === 'deposit' ? 'in' : 'out')) return 'wrong-direction'
    if (isTyped(line, { target }, obligations)) return 'recharge-known'
    if (target.kind !== 'refund') continue
    if (amount > refundProgress(obligation).approved) return 'refund-not-approved'
    // What is on its way in a batch is paid by its whole amount, else the rest would be paid twice.
    const isInPart = refundShownBy(obligation, amount) === null && amount > approvedOutsideBatches(obligation)
    if (isInPart) return 'payment-not-payable'
  }
  return null
}

/** Whether the payment of a line is on the deposit that a part names already, by a recharge. */
function isTyped(
  { serial }: BankLine,
  { target }: Pick<MatchPart, 'target'>,
  obligations: ReadonlyMap<string, DepositObligation>,
): boolean {
  const deposit = target.kind === 'deposit' ? obligations.get(target.obligationId) : undefined
  return deposit !== undefined && serial !== null && rechargedNumbers(deposit).has(rechargeName(serial))
}

/** Whether more is on its way back, or was paid back, than lies there. */
function isOwedBack(deposit: DepositObligation): boolean {
  const { approved, paid } = refundProgress(deposit)
  return approved + paid > 0 && depositBalance(deposit) < approved
}

/** A line that takes another back cannot be taken back itself: that is undone instead. */
function isReturn(line: BankLine): boolean {
  return liveAllocation(line)?.parts.some(({ target }) => target.kind === 'return') ?? false
}

function obligationOf({ target }: MatchPart): string[] {
  return target.kind === 'deposit' || target.kind === 'refund' ? [target.obligationId] : []
}
