import type { StoreTransaction } from '../store/store.ts'

/** Ends every open session of an account; whoever does it notes why. */
export async function endAllSessions(
  transaction: StoreTransaction,
  operatorId: string,
  at: string,
): Promise<void> {
  // They are read so many at a time: whoever opens more than that keeps none.
  for (;;) {
    const open = await transaction.openSessions(operatorId)
    if (open.length === 0) return
    for (const session of open) await transaction.putSession({ ...session, endedAt: at })
  }
}
