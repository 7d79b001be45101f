import type { CloseMonth } from '#shared/contracts/console-engine/settlement.ts'

/** How many checks are neither done nor skipped. */
export function openCount(checks: CloseMonth['checks']): number {
  return checks.filter(({ count, skipped }) => count > 0 && skipped === null).length
}
