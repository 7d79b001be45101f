import { setImmediate } from 'node:timers/promises'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
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
  await writeRecord(setting, decision.type, 'bankLine', before, decided.line)
  return decided.line
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
