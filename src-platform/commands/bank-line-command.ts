import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import {
  decideBankLine,
  type LineDecision,
  obligationIdsOf,
  originalIdOf,
} from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import type { StoreReader } from '../store/store.ts'
import { openSettled, type PostedObligation } from './open-settled.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a line, with what it brings along: deposits, the line it takes back, applications. */
export async function decideOnBankLine(
  setting: CommandSetting,
  before: BankLine,
  decision: LineDecision,
): Promise<BankLine | Refusal> {
  const { transaction, actor, at } = setting
  const originalId = originalIdOf(before, decision)
  const original = originalId === null ? null : await transaction.get('bankLine', originalId)
  const obligations = await obligationsById(transaction, obligationIdsOf(before, original, decision))
  const decided = decideBankLine(before, { original, obligations }, decision, actor, at)
  if (typeof decided === 'string') return refuse(decided, originalId ?? before.id)

  if (decided.original !== null) {
    await writeRecord(setting, decision.type, 'bankLine', original, decided.original)
  }
  await writePosted(
    setting,
    decision.type,
    decided.obligations.flatMap((after) => {
      const was = obligations.get(after.id)
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
  for (const { before, after } of posted) {
    await writeRecord(setting, action, 'depositObligation', before, after)
  }
  await openSettled(setting, posted)
}

/** Those of the deposits that are there. */
export async function obligationsById(
  reader: StoreReader,
  ids: Iterable<string>,
): Promise<Map<string, DepositObligation>> {
  const found = new Map<string, DepositObligation>()
  for (const id of ids) {
    const obligation = await reader.get('depositObligation', id)
    if (obligation !== null) found.set(id, obligation)
  }
  return found
}
