import { factorOf } from '../auth/operators.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'

/** Gives demo accounts the second factor whose codes the sign-in page shows, where they have none. */
export async function keepDemoFactors(platform: Platform): Promise<void> {
  await platform.store.write(async (transaction) => {
    for (const { id, factorSecret } of DEMO_ACCOUNTS) {
      const account = await transaction.account(id)
      if (factorSecret === undefined || account === null || account.factor !== null) continue
      await transaction.putAccount({ ...account, factor: factorOf(factorSecret, now(platform)) })
    }
  })
}
