import type { RechargeCase } from '#shared/contracts/console-engine/recharges.ts'
import { rechargeStatus } from '#shared/contracts/console-platform/records/recharge.ts'
import { allowedForRecharge } from '../allowed-commands.ts'
import { depositsOf } from '../deposits/list-deposits.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'

/** One recharge with the deposit it is for. @throws RecordMissing */
export function readRechargeCase(context: QueryContext, id: string): RechargeCase {
  const recharge = readPresent(context, 'recharge', id)
  if (recharge === null) throw new RecordMissing('recharge', id)
  const { marketplace, providerId, obligationId } = recharge
  return {
    recharge,
    status: rechargeStatus(recharge),
    marketplaceName: marketplaceName(context, marketplace),
    deposit: depositsOf(context, providerId).find((each) => each.id === obligationId) ?? null,
    allowed: allowedForRecharge(context.workspace.account, recharge),
    ...decisionsAbout(context, 'recharge', id),
    seenDigest: seenDigestOf(context, 'recharge', id),
  }
}
