import type { z } from 'zod'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { DoubtShown, PayoutCase, payableSchema } from '#shared/contracts/console-engine/payouts.ts'
import { payoutChecksOn } from '#shared/contracts/console-platform/payout-standing.ts'
import type { PayoutRequest } from '#shared/contracts/console-platform/records/payout-request.ts'
import {
  accountInForce,
  type ProviderAccount,
} from '#shared/contracts/console-platform/records/provider-account.ts'
import {
  type PayoutSurroundings,
  takenStatements,
} from '#shared/contracts/console-platform/transitions/payout-transitions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { type Doubt, doubtsAbout } from '#shared/rules/payouts/doubts.ts'
import { remedyText } from '#shared/rules/payouts/remedy-text.ts'
import { allowedForPayout } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { ofProvider } from '../of-provider.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { providersSharing } from './account-case.ts'

/** One request with its checks, what should be looked at twice, and the account it goes to. @throws RecordMissing */
export function readPayoutCase(context: QueryContext, id: string): PayoutCase {
  const payout = readPresent(context, 'payoutRequest', id)
  if (payout === null) throw new RecordMissing('payoutRequest', id)
  const around = surroundings(context, payout.providerId, id)
  const deposits = ofProvider(context, 'depositObligation', payout.providerId)
  const checks = payoutChecksOn(context.policies, payout, around, deposits, context.today)
  const frozen = around.accounts.find((each) => each.id === payout.account?.id)
  const account = frozen ?? accountInForce(around.accounts)
  return {
    payout,
    line: lineOf(context, payout),
    marketplaceName: marketplaceName(context, payout.marketplace),
    checks: checks.map((check) => ({
      ...check,
      remedyText: check.remedy === null ? null : remedyText(check.remedy),
    })),
    doubts: doubtsOf(context, payout, account, around),
    account,
    allowed: allowedForPayout(context.workspace.account, payout),
    ...decisionsAbout(context, 'payoutRequest', id),
    seenDigest: seenDigestOf(context, 'payoutRequest', id),
  }
}

/** The line of a statement that shows a request paid; null while none does, or it is not here. */
function lineOf(context: QueryContext, { batchId, endToEndId }: PayoutRequest): PayoutCase['line'] {
  const batch = batchId === null ? null : readPresent(context, 'payoutBatch', batchId)
  const lineId = batch?.payments.find((each) => each.endToEndId === endToEndId)?.paidBy?.lineId
  const line = lineId === undefined ? null : readPresent(context, 'bankLine', lineId)
  return line === null ? null : { id: line.id, bookedOn: line.bookedOn }
}

/** The months of a provider that may be asked for: committed, and in no live request. */
export function readPayable(context: QueryContext, providerId: string): z.infer<typeof payableSchema> {
  const { statements, others } = surroundings(context, providerId, '')
  const taken = takenStatements(others)
  const months = statements
    .filter(({ id, status, totals }) => status === 'committed' && !taken.has(id) && totals.net > 0)
    .map(({ id, month, totals }) => ({ month, statementId: id, net: totals.net }))
    .sort((one, other) => (one.month < other.month ? -1 : 1))
  return { months }
}

/** What a decision about a request of a provider looks at; `id` is the request's own. */
export function surroundings(context: QueryContext, providerId: string, id: string): PayoutSurroundings {
  return {
    provider: readPresent(context, 'provider', providerId),
    statements: ofProvider(context, 'settlementStatement', providerId),
    accounts: ofProvider(context, 'providerAccount', providerId),
    others: ofProvider(context, 'payoutRequest', providerId).filter((each) => each.id !== id),
  }
}

function doubtsOf(
  context: QueryContext,
  payout: PayoutRequest,
  account: ProviderAccount | null,
  { others }: PayoutSurroundings,
): DoubtShown[] {
  const approvedAt = account?.ruling?.at ?? null
  const doubts = doubtsAbout({
    on: context.today,
    providerName: payout.providerName,
    amount: payout.amount,
    account:
      account === null
        ? null
        : {
            accountName: account.accountName,
            approvedOn: approvedAt === null ? null : shanghaiDate(approvedAt),
            sharedWith: providersSharing(context, account),
          },
    paidBefore: others.filter(({ status }) => status === 'paid').map(({ amount }) => amount),
    invoices: payout.invoices.map(({ number }) => number),
    othersInvoices: payout.invoices.length === 0 ? [] : othersInvoices(context, payout.providerId),
    youngDays: context.controls('young-account-days', context.today),
    unlikeFrom: context.controls('amount-unlike-from', context.today),
  })
  return doubts.map(readable)
}

/** Amounts among the evidence as a person reads them. */
function readable({ doubt, evidence }: Doubt): DoubtShown {
  return {
    doubt,
    evidence: doubt === 'amount-unlike' ? evidence.map((fen) => formatYuan(Number(fen))) : [...evidence],
  }
}

function othersInvoices(context: QueryContext, providerId: string) {
  return context.statements
    .prepare<{ number: string; providerName: string }>(
      `SELECT json_extract(i.value, '$.number') AS number, r.name AS providerName
       FROM payout_request r, json_each(r.body, '$.invoices') i WHERE r.providerId <> @providerId`,
    )
    .all({ providerId })
}
