import type { AccountRow } from '#shared/contracts/console-engine/bank-lines.ts'

/** An account of our own as people name it: its number, bank and holder. */
export function accountName({
  number,
  bank,
  holder,
}: Pick<AccountRow, 'number' | 'bank' | 'holder'>): string {
  return `${number} · ${bank} · ${holder}`
}
