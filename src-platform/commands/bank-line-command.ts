import { setImmediate } from 'node:timers/promises'
import { type BankLine, liveAllocation } from '#shared/contracts/console-platform/records/bank-line.ts'
import { rechargeName, rechargeStatus } from '#shared/contracts/console-platform/records/recharge.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  decideBankLine,
  type LineDecision,
  lacksNote,
  lineSurroundings,
} from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import { openSettled, type PostedObligation } from './open-settled.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Deposits written before readers have their turn. */
const POSTED_AT_ONCE = 50

/** Applies a decision to a line, with what it brings along: deposits, the line it takes back, applications. */
export async function decideOnBankLine(
  setting: CommandSetting,
  before: BankLine,
  decision: LineDecision,
): Promise<BankLine | Refusal> {
  const { transaction, actor, at, protocol } = setting
  // Older consoles have no place to write one.
  if (protocol >= 4 && lacksNote(decision)) return refuse('note-missing', before.id)
  const around = await answeredFrom(lineSurroundings(before, decision), transaction)
  const decided = decideBankLine(before, around, decision, actor, at)
  if (typeof decided === 'string') return refuse(decided, around.original?.id ?? before.id)
  for (const line of [decided.line, decided.original]) {
    if (line !== null && (await isRecharged(transaction, line))) return refuse('recharge-known', line.id)
  }

  if (decided.original !== null) {
    await writeRecord(setting, decision.type, 'bankLine', around.original, decided.original)
  }
  await writePosted(
    setting,
    decision.type,
    decided.obligations.flatMap((after) => {
      const was = around.obligations.get(after.id)
      return was === undefined ? [] : [{ before: was, after }]
    }),
  )
  for (const after of decided.requests) {
    const was = around.paid.requests.get(after.id) ?? null
    await writeRecord(setting, decision.type, 'payoutRequest', was, after)
  }
  for (const after of decided.batches) {
    const was = around.paid.batches.get(after.id) ?? null
    await writeRecord(setting, decision.type, 'payoutBatch', was, after)
  }
  await writeRecord(setting, decision.type, 'bankLine', before, decided.line)
  return decided.line
}

/** Whether a line would be a deposit's a second time: its payment was confirmed as a recharge, of whichever deposit. */
export async function isRecharged(
  transaction: CommandSetting['transaction'],
  line: BankLine,
): Promise<boolean> {
  const { marketplace, serial } = line
  const pays = liveAllocation(line)?.parts.some(({ target }) => target.kind === 'deposit') === true
  if (!pays || serial === null) return false
  const recharge = await transaction.named('recharge', marketplace, rechargeName(serial))
  return recharge !== null && rechargeStatus(recharge) === 'confirmed'
}

/** Writes deposits with their new postings, then opens what waited for them. */
export async function writePosted(
  setting: CommandSetting,
  action: string,
  posted: readonly PostedObligation[],
): Promise<void> {
  for (const [at, { before, after }] of posted.entries()) {
    if (at > 0 && at % POSTED_AT_ONCE === 0) await setImmediate()
    await writeRecord(setting, action, 'depositObligation', before, after)
  }
  await openSettled(setting, posted)
}
