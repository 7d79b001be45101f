import type { z } from 'zod'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { receiptInput } from '#shared/contracts/console-engine/deposits.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Receipt } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type {
  DepositEntry,
  DepositObligation,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Recharge } from '#shared/contracts/console-platform/records/recharge.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { auditHeadSaid } from '#shared/words/audit-head.ts'
import { depositName } from '#shared/words/deposit-name.ts'
import type { ReceiptFacts } from '../../exports/receipt-pdf.ts'
import { runExport } from '../../exports/run-export.ts'
import { categoryName, marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'

/** A receipt that was given a number, as PDF. @throws RecordMissing */
export async function readReceipt(
  context: QueryContext,
  { id, number }: z.infer<typeof receiptInput>,
): Promise<ExportedFile> {
  const obligation = readPresent(context, 'depositObligation', id)
  const receipt = obligation?.entries.find((entry) => entry.kind === 'receipt' && entry.number === number)
  if (obligation === null || receipt?.kind !== 'receipt') throw new RecordMissing('receipt', number)
  const auditHead = auditHeadSaid(await context.workspace.auditHead(), 'zh')
  const facts = { ...receiptFacts(context, obligation, receipt, number), auditHead }
  const pdf = await runExport({ kind: 'receipt', facts })
  return { fileName: `${number}.pdf`, mediaType: 'application/pdf', base64: pdf.toString('base64') }
}

/** What the receipt says, by the records of this desk; what this person may not see of the bank is left out. */
function receiptFacts(
  context: QueryContext,
  obligation: DepositObligation,
  receipt: Receipt,
  number: string,
): Omit<ReceiptFacts, 'auditHead'> {
  const { at, byName, received, lines: lineIds } = receipt
  const { marketplace, category, entries, why, providerName } = obligation
  const market = marketplaceName(context, marketplace)
  const called = depositName(
    category === null ? null : categoryName(context, marketplace, at, category),
    market,
  )
  const lines = lineIds.map((id) => bankLine(context, id))
  const before = entries.slice(0, entries.indexOf(receipt))
  const voided = entries.find((entry) => entry.kind === 'receipt-void' && entry.number === number)
  return {
    number,
    on: shanghaiDate(at),
    receivedFrom: providerName,
    amount: received,
    reason: category === null ? called.zh : `${called.zh}　${market.zh}`,
    rule: `依据：${why.quote}`,
    payments: lineIds.map((id, index) => ({
      on:
        lines[index]?.bookedOn ??
        rechargeOf(context, id)?.paidOn ??
        shanghaiDate(matchedAt(before, id) ?? at),
      account: lines[index]?.counterpartyAccount || accountOf(rechargeOf(context, id)),
      amount: receivedBy(before, id),
    })),
    issuer: holderOf(context, lines) ?? market.zh,
    handledBy: byName,
    voidedOn: voided === undefined ? null : shanghaiDate(voided.at),
  }
}

function bankLine(context: QueryContext, id: string): BankLine | null {
  return maySee(context.workspace.account.roles, 'bankLine') ? readPresent(context, 'bankLine', id) : null
}

/** A recharge that brought money of a receipt; null where it is none, or is not seen here. */
function rechargeOf(context: QueryContext, id: string): Recharge | null {
  return maySee(context.workspace.account.roles, 'recharge') ? readPresent(context, 'recharge', id) : null
}

/** What a receipt names a recharge by: the payer's account with the channel, or the payment's number. */
function accountOf(recharge: Recharge | null): string | null {
  if (recharge === null) return null
  return `${recharge.channel} ${recharge.payerAccount || recharge.number}`
}

/** Who holds the account the money came to, as the bank knows it. */
function holderOf(context: QueryContext, lines: readonly (BankLine | null)[]): string | null {
  const line = lines.find((each) => each !== null)
  return line == null ? null : (readPresent(context, 'bankAccount', line.accountId)?.holder ?? null)
}

/** Fen a line had brought when the receipt was issued. */
function receivedBy(before: readonly DepositEntry[], line: string): number {
  return before.reduce((sum, entry) => {
    const isOfLine = (entry.kind === 'match' || entry.kind === 'unmatch') && entry.line === line
    const isRecharge = entry.kind === 'recharge' && entry.recharge === line
    return isOfLine || isRecharge ? sum + entry.amount : sum
  }, 0)
}

function matchedAt(before: readonly DepositEntry[], line: string): string | null {
  const brought = before.findLast(
    (entry) =>
      (entry.kind === 'match' && entry.line === line) ||
      (entry.kind === 'recharge' && entry.recharge === line),
  )
  return brought?.at ?? null
}
