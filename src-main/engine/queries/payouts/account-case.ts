import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { PayeeAccountCase } from '#shared/contracts/console-engine/payee-accounts.ts'
import {
  type ProviderAccount,
  providerAccountStatus,
} from '#shared/contracts/console-platform/records/provider-account.ts'
import { plainAccount } from '#shared/rules/bank-matching/line-to-match.ts'
import { holdEnds } from '#shared/rules/payouts/account-hold.ts'
import { allowedForPayeeAccount } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'

/** One account of a provider. @throws RecordMissing */
export function readPayeeAccountCase(context: QueryContext, id: string): PayeeAccountCase {
  const account = readPresent(context, 'providerAccount', id)
  if (account === null) throw new RecordMissing('providerAccount', id)
  return {
    account,
    status: providerAccountStatus(account),
    marketplaceName: marketplaceName(context, account.marketplace),
    freeFrom: freeFrom(context, account),
    sharedWith: providersSharing(context, account),
    allowed: allowedForPayeeAccount(context.workspace.account, account),
    ...decisionsAbout(context, 'providerAccount', id),
    seenDigest: seenDigestOf(context, 'providerAccount', id),
  }
}

/** The first day an approved account may be paid to; null where it is not approved. */
export function freeFrom(context: QueryContext, { held }: ProviderAccount): PlainDate | null {
  if (held === null) return null
  const days = context.controls('account-hold-days', context.today)
  return holdEnds(context.calendar, shanghaiDate(held.since), days).date
}

/** Names of other providers with an account of that number that is proposed or approved. */
export function providersSharing(
  context: QueryContext,
  { accountNumber, providerId }: ProviderAccount,
): string[] {
  const rows = context.statements
    .prepare<{ name: string }>(
      `SELECT DISTINCT name FROM provider_account
       WHERE number = @number AND providerId <> @providerId AND status IN ('proposed', 'approved') ORDER BY name`,
    )
    .all({ number: plainAccount(accountNumber), providerId })
  return rows.map(({ name }) => name)
}
