import type { CommissionRebateCase } from '#shared/contracts/console-engine/commission-rebates.ts'
import { commissionRebateStatus } from '#shared/contracts/console-platform/records/commission-rebate.ts'
import { allowedForRebate } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'

/** One 佣金返还. @throws RecordMissing */
export function readCommissionRebateCase(context: QueryContext, id: string): CommissionRebateCase {
  const rebate = readPresent(context, 'commissionRebate', id)
  if (rebate === null) throw new RecordMissing('commissionRebate', id)
  return {
    rebate,
    status: commissionRebateStatus(rebate),
    marketplaceName: marketplaceName(context, rebate.marketplace),
    allowed: allowedForRebate(context.workspace.account, rebate),
    pending: decisionsAbout(context, 'commissionRebate', id).pending,
    seenDigest: seenDigestOf(context, 'commissionRebate', id),
  }
}
