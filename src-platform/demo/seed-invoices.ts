import { ulid } from 'ulid'
import { assert } from '#shared/base/assert.ts'
import { addDays, addMonths, firstOfMonth, monthOfDate, yearOf } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { Fen } from '#shared/money/fen.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_BUYER } from './demo-buyer.ts'
import { type Give, giver, morningOf, people } from './demo-decisions.ts'
import { payableStatements } from './payable-statements.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const SEED = 20_261_128
const MARKET = 'kubesphere'

/** How far the invoices of a request have come, of one provider each. */
const STORIES = ['none', 'part', 'received', 'red-pending', 'doubtful', 'verified', 'none'] as const
type Story = (typeof STORIES)[number]

interface Invoicing {
  readonly platform: Platform
  readonly random: SeededRandom
  readonly give: Give
}

/**
 * Providers of KubeSphere, which invoice what they are paid: requests of the last month for the one before it, each with
 * invoices as far as its story goes.
 */
export async function seedDemoInvoices(platform: Platform): Promise<void> {
  const random = seededRandom(SEED)
  const invoicing = { platform, random, give: giver(platform, random) }
  const present = firstOfMonth(monthOfDate(shanghaiDate(now(platform))))
  // After the tenth working day of any month.
  const asked = morningOf(platform, addDays(addMonths(present, -1), 24))
  // Where a year has no table of holidays yet nobody knows when a window opens.
  const years = [shanghaiDate(now(platform)), shanghaiDate(new Date(asked).toISOString())].map(yearOf)
  if (!years.every((year) => platform.policies.calendar.years.has(year))) return
  const month = monthOfDate(addMonths(present, -2))
  const payable = await payableStatements(platform, MARKET, month, asked, STORIES.length)
  for (const [index, statement] of payable.entries()) {
    await tell(invoicing, STORIES[index] ?? 'none', statement, index, asked)
  }
}

/** The account of a provider, its request, and the invoices as far as the story goes. */
async function tell(
  { platform, random, give }: Invoicing,
  story: Story,
  { providerId, providerName, month, totals }: SettlementStatement,
  index: number,
  asked: number,
): Promise<void> {
  const [finance, approver] = people()
  const provider = await platform.store.get('provider', providerId)
  assert(provider !== null, 'a statement is of a provider')
  const before = asked - 20 * DAY_MS
  const accountId = ulid(before, random.next)
  await give(before, finance, 'provider.propose-bank-account', accountId, {
    ...{ providerId, accountName: providerName, accountNumber: `1100300${20_110_000 + index * 6_007}` },
    ...{ bankName: '中国工商银行北京海淀支行', bankCode: '' },
    evidence: `盖章的账户信息，财务档案 2026-${400 + index}`,
  })
  await give(before + DAY_MS, approver, 'provider.approve-bank-account', accountId, {})
  const payoutId = ulid(asked, random.next)
  await give(asked, finance, 'payout.request', payoutId, { providerId, months: [month], reason: '' })
  if (story === 'none') return
  const came = asked + 3 * DAY_MS
  const id = ulid(came, random.next)
  const gross = story === 'part' ? Math.floor(totals.net / 2) : totals.net
  const issuedOn = shanghaiDate(new Date(asked + DAY_MS).toISOString())
  await give(came, finance, 'invoice.record', id, {
    ...{ providerId, payoutId, source: 'paper', file: null },
    paper: { receivedOn: issuedOn, courier: '顺丰速运', tracking: `SF10002000${30 + index}` },
    ...stated(
      provider,
      `${issuedOn.slice(2, 4)}1120000${String(31_000_000 + index * 977).padStart(11, '0')}`,
      gross,
    ),
    issuedOn,
  })
  const checkedOn = shanghaiDate(new Date(came).toISOString())
  if (story === 'doubtful') {
    await give(came + HOUR_MS, finance, 'invoice.verify-result', id, {
      ...{ result: 'not-found', checkedOn, note: '查验平台未查到，已请服务商核对号码' },
    })
  }
  if (story === 'red-pending') {
    const enteredAt = new Date(platform.clock() - 20 * HOUR_MS).toISOString()
    await give(platform.clock() - 18 * HOUR_MS, finance, 'invoice.enter-red-letter', id, {
      ...{ number: '1101262000000031', reason: 'error', enteredAt, waitsFor: 'us' },
    })
  }
  if (story === 'verified') {
    await give(came + HOUR_MS, finance, 'invoice.verify-result', id, {
      ...{ result: 'consistent', checkedOn, note: '' },
    })
    await give(came + 2 * HOUR_MS, finance, 'payout.verify', payoutId, { reason: '' })
  }
}

/** What a 专票 at 6 % of a provider says. */
function stated(
  provider: Provider,
  number: string,
  gross: Fen,
): Omit<
  CommandArguments<'invoice.record'>,
  'providerId' | 'payoutId' | 'source' | 'file' | 'paper' | 'issuedOn'
> {
  const net = Math.round(gross / 1.06)
  const tax = gross - net
  return {
    ...{ number, code: null, kind: 'special' },
    ...{ seller: provider.name, sellerTaxId: provider.uscc ?? '' },
    ...DEMO_BUYER,
    ...{ net, tax, gross, lines: [{ net, tax, rate: '6' }] },
    ...{ remark: '', capitals: '', redLetter: null },
  }
}
