import {
  type DepositObligation,
  isDepositHeld,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { decideOnApplication } from './application-command.ts'
import { type CommandSetting, PLATFORM_ACTOR } from './ruling.ts'

/** A deposit as it was and as it was written. */
export interface PostedObligation {
  readonly before: DepositObligation
  readonly after: DepositObligation
}

/**
 * Opens what waited for nothing but the deposits that postings made held: the platform's own doing. What still lacks a
 * contract or another deposit goes on waiting.
 */
export async function openSettled(
  setting: CommandSetting,
  posted: readonly PostedObligation[],
): Promise<void> {
  const held = posted.filter(({ before, after }) => isDepositHeld(after) && !isDepositHeld(before))
  const providers = new Map(held.map(({ after }) => [after.providerId, after.marketplace]))
  const byPlatform = { ...setting, actor: PLATFORM_ACTOR }
  for (const [providerId, marketplace] of providers) {
    const applications = await setting.transaction.ofProvider('application', marketplace, providerId)
    for (const application of applications) {
      if (application.status !== 'deposit_pending') continue
      await decideOnApplication(byPlatform, application, { type: 'application.open', arguments: {} })
    }
  }
}
