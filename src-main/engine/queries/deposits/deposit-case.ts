import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { depositOnDay, refundableOn } from '#shared/contracts/console-platform/deposit-on-day.ts'
import { refundProgress, withoutReceipt } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { DepositStep } from '#shared/rules/deposits/deposit-step.ts'
import { allowedForDeposit } from '../allowed-commands.ts'
import type { Desk } from '../desk.ts'
import { categoryName, marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import { readRecord } from '../read-record.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigest } from '../seen-digest.ts'
import { depositsOf } from './list-deposits.ts'

/** One deposit as it stands today, with every rule that led there. @throws RecordMissing */
export function readDepositCase(desk: Desk, id: string): DepositCase {
  const obligation = readRecord(desk, 'depositObligation', id)
  if (obligation === null) throw new RecordMissing('deposit', id)
  const { marketplace, category, providerId } = obligation
  const { explanation, ...standing } = depositOnDay(desk, obligation, desk.today)
  const refundable = refundableOn(desk, obligation, desk.today)
  const refunds = refundProgress(obligation)
  return {
    obligation,
    balance: depositBalance(obligation),
    marketplaceName: marketplaceName(desk, marketplace),
    categoryName: category === null ? null : categoryName(desk, marketplace, desk.now, category),
    on: desk.today,
    standing,
    explanation: explanation.map(shown),
    ofProvider: depositsOf(desk, providerId),
    refundable,
    refundRequest: refunds.requested,
    refundApproved: refunds.approved,
    withoutReceipt: withoutReceipt(obligation).amount,
    bankLines: bankLinesOf(desk, obligation),
    allowed: allowedForDeposit(desk.workspace.account, obligation, { refundable, status: standing.status }),
    ...decisionsAbout(desk, 'depositObligation', id),
    seenDigest: seenDigest({ obligation }),
  }
}

/** What a person knows a line by; none where she may not see the bank. */
function bankLinesOf(desk: Desk, { entries }: DepositObligation): DepositCase['bankLines'] {
  const ids = new Set(entries.flatMap((entry) => ('line' in entry ? [entry.line] : [])))
  const known = [...ids].flatMap((id) => readRecord(desk, 'bankLine', id) ?? [])
  return Object.fromEntries(
    known.map(({ id, bookedOn, counterpartyName }) => [id, { bookedOn, counterpartyName }]),
  )
}

function shown({ citation, inputs, gives }: DepositStep): DepositCase['explanation'][number] {
  return { citation, inputs: listsCopied(inputs), gives: listsCopied(gives) }
}

function listsCopied(values: DepositStep['inputs']): DepositCase['explanation'][number]['inputs'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isList(value) ? [...value] : value]),
  )
}

function isList(value: DepositStep['inputs'][string]): value is readonly string[] {
  return Array.isArray(value)
}
