import type { z } from 'zod'
import { foldName } from '#shared/base/fold-name.ts'
import type {
  DepositCandidate,
  lineTargetsInput,
  PayoutCandidate,
} from '#shared/contracts/console-engine/bank-lines.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import { amountReason } from '#shared/rules/bank-matching/amount-reason.ts'
import { itemKey, type OpenItemRef } from '#shared/rules/bank-matching/open-item.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { type ItemBook, type ItemFound, itemBook } from './item-book.ts'
import type { OwedDeposit } from './open-items.ts'
import { shownDeposit, shownPayout } from './shown-candidates.ts'

const TARGETS_LIMIT = 50

/**
 * Deposits of the line's marketplace by provider name or id, for choosing by hand; where the money went out, payouts that
 * are with the bank, by the number of their batch too, and refunds that may be paid. What is open comes first, then what
 * speaks for the line. @throws RecordMissing
 */
export function findTargets(
  context: QueryContext,
  { id, text }: z.infer<typeof lineTargetsInput>,
): (DepositCandidate | PayoutCandidate)[] {
  const line = readPresent(context, 'bankLine', id)
  if (line === null) throw new RecordMissing('bank line', id)
  const book = itemBook(context, line.marketplace)
  const found = book.find(line)
  const wanted = foldName(text)
  const isNamed = ({ name, providerId }: OwedDeposit) =>
    foldedName(name).includes(wanted) || providerId.toLowerCase().includes(wanted)
  const itemOf = ({ id }: OwedDeposit): OpenItemRef => ({
    kind: line.direction === 'in' ? 'deposit' : 'refund',
    id,
  })
  const rank = (each: OwedDeposit) => {
    const at = found.findIndex((candidate) => candidate.id === each.id)
    const isOpen = book.due(itemOf(each)) > 0
    return (isOpen ? 0 : found.length + 1) + (at < 0 ? found.length : at)
  }
  const payouts =
    line.direction === 'in'
      ? []
      : [...book.sent.values()]
          .filter(({ payment: { providerName, providerId }, batch }) =>
            [foldedName(providerName), foldedName(batch.number), providerId.toLowerCase()].some((each) =>
              each.includes(wanted),
            ),
          )
          .slice(0, TARGETS_LIMIT)
          .flatMap(({ id: sent }) => {
            const item = { kind: 'payout' as const, id: sent }
            return shownPayout(context, line, evidenceFor(line, item, book, found)) ?? []
          })
  const deposits = [...book.owed.values()]
    .filter((each) => (line.direction === 'in' || book.due(itemOf(each)) > 0) && isNamed(each))
    .map((each) => ({ each, rank: rank(each) }))
    .sort((a, b) => a.rank - b.rank || (a.each.name < b.each.name ? -1 : 1))
    .slice(0, TARGETS_LIMIT)
    .flatMap(({ each }) => shownDeposit(context, line, evidenceFor(line, itemOf(each), book, found)) ?? [])
  return [...payouts, ...deposits].slice(0, TARGETS_LIMIT)
}

/** What speaks for an item; of one that the matcher did not find neither payer nor remark does. */
function evidenceFor(
  { counterpartyName, amount }: Pick<BankLine, 'counterpartyName' | 'amount'>,
  item: OpenItemRef,
  { due }: Pick<ItemBook, 'due'>,
  found: readonly ItemFound[],
): ItemFound {
  const known = found.find((each) => itemKey(each) === itemKey(item))
  if (known !== undefined) return known
  const payer = counterpartyName.trim() === '' ? 'payer-missing' : 'third-party-payer'
  return { ...item, reasons: [payer, amountReason(due(item), amount)], certain: false }
}

/** Folding thousands of names takes longer than comparing them. */
const folded = new Map<string, string>()
const MAX_FOLDED = 20_000

function foldedName(name: string): string {
  const known = folded.get(name)
  if (known !== undefined) return known
  if (folded.size >= MAX_FOLDED) folded.clear()
  const made = foldName(name)
  folded.set(name, made)
  return made
}
