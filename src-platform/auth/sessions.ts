import type { StoreTransaction } from '../store/store.ts'

/** Ends every open session of an account, but for one that is named; whoever does it notes why. */
export async function endAllSessions(
  transaction: StoreTransaction,
  operatorId: string,
  at: string,
  but: string | null = null,
): Promise<void> {
  // They are read so many at a time: whoever opens more than that keeps none.
  for (;;) {
    const open = (await transaction.openSessions(operatorId)).filter(({ id }) => id !== but)
    if (open.length === 0) return
    for (const session of open) await transaction.putSession({ ...session, endedAt: at })
  }
}
