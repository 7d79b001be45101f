import type { StoreTransaction } from '../store/store.ts'

/** Ends every open session of an account; whoever does it notes why. */
export async function endAllSessions(
  transaction: StoreTransaction,
  operatorId: string,
  at: string,
): Promise<void> {
  for (const session of await transaction.openSessions(operatorId)) {
    await transaction.putSession({ ...session, endedAt: at })
  }
}
