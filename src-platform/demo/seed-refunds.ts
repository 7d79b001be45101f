import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Platform } from '../platform.ts'
import { type Give, morningOf, people } from './demo-decisions.ts'
import type { AskedDeposit } from './demo-deposits.ts'

const DAY_MS = 86_400_000
const REASON = '合作已终止满三个月，申请退还'

/** The paying account was closed when the cooperation ended. */
const PAYEE = {
  account: '622588012345678901',
  bank: '招商银行北京分行',
  evidence: '开户许可证 J1000012345601，退还申请函附件',
} as const

/**
 * Refunds of who has left: one approved on `asked` and paid since, which is the answer; one approved and not paid yet;
 * one that waits for the approver. The rest may be asked back by whoever likes.
 */
export async function seedDemoRefunds(
  platform: Platform,
  give: Give,
  deposits: readonly AskedDeposit[],
  { asked }: { readonly asked: PlainDate },
): Promise<DepositObligation | undefined> {
  const [finance, approver] = people()
  const [paid, approved, waiting] = deposits
    .filter(({ story, obligation }) => story === 'left' && (obligation.amount ?? 0) > 0)
    .map(({ obligation }) => obligation)
  const request = async (at: number, { id, amount, providerName }: DepositObligation) =>
    give(at, finance, 'deposit.request-refund', id, {
      amount: amount ?? 0,
      reason: REASON,
      payee: { route: 'elsewhere', name: providerName, ...PAYEE, attachments: [] },
    })
  const approve = async (at: number, { id, amount }: DepositObligation) =>
    give(at, approver, 'deposit.approve-refund', id, { amount: amount ?? 0 })
  const lately = platform.clock()
  if (paid) {
    await request(morningOf(platform, asked), paid)
    await approve(morningOf(platform, asked) + DAY_MS, paid)
  }
  if (approved) {
    await request(lately - 4 * DAY_MS, approved)
    await approve(lately - 3 * DAY_MS, approved)
  }
  if (waiting) await request(lately - DAY_MS, waiting)
  return paid
}
