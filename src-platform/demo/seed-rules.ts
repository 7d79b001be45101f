import { ulid } from 'ulid'
import { assert } from '#shared/base/assert.ts'
import { addDays, addMonths, firstOfMonth, monthOfDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import { templateInForce } from '#shared/payments/templates/templates-in-force.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts.ts'
import { DEMO_BUYER } from './demo-buyer.ts'
import { giver, morningOf } from './demo-decisions.ts'
import type { SeededRandom } from './seeded-random.ts'

const HOUR_MS = 3_600_000

/**
 * What the company decided: whom its providers invoice; payments were paused for a stock-taking of accounts and resumed, each by two people, and a
 * proposal waits for the second. Matching knows further words of one marketplace.
 */
export async function seedDemoRules(platform: Platform, random: SeededRandom): Promise<void> {
  const today = shanghaiDate(now(platform))
  const give = giver(platform, random)
  const [approver, other] = DEMO_ACCOUNTS.filter(({ roles }) => roles.includes('finance-approver'))
  assert(approver !== undefined && other !== undefined, 'the demo has two approvers')
  const propose = async (at: number, by: DemoAccount, said: CommandArguments<'control.propose'>) => {
    const id = ulid(at, random.next)
    await give(at, by, 'control.propose', id, said)
    return id
  }
  for (const [daysAgo, value, reason] of [
    [40, true, '银行账户年度盘点期间暂停付款'],
    [37, false, '盘点完成，恢复付款'],
  ] as const) {
    const day = addDays(today, -daysAgo)
    const at = morningOf(platform, day)
    const id = await propose(at, approver, { control: 'payments-paused', value, from: day, reason })
    await give(at + HOUR_MS, other, 'control.adopt', id, {})
  }
  const billed = morningOf(platform, addDays(today, -80))
  for (const [control, value] of [
    ['invoice-name', DEMO_BUYER.buyer],
    ['invoice-tax-id', DEMO_BUYER.buyerTaxId],
  ] as const) {
    const reason = '按营业执照登记，服务商向本公司开票用'
    const from = addDays(today, -80)
    const id = await propose(billed, approver, { control, value, from, reason })
    await give(billed + HOUR_MS, other, 'control.adopt', id, {})
  }
  const matchedSince = platform.clock() - 90 * HOUR_MS
  await give(matchedSince, approver, 'matching.set', ulid(matchedSince, random.next), {
    marketplace: 'aliyun',
    number: 1,
    settings: {
      ...{ fixedPart: null, depositWord: null, bankWords: null, unlikePerMille: null },
      otherPurposes: [...matchSettings(null).otherPurposes, '培训费', '年费'],
    },
    reason: '十月有培训费、年费汇入，不是保证金',
  })
  const written = platform.clock() - 80 * HOUR_MS
  await give(written, approver, 'payout.set-template', ulid(written, random.next), {
    number: 1,
    template: withNote(),
    reason: '招行要求业务摘要不为空，按用途填写',
  })
  await propose(platform.clock() - 20 * HOUR_MS, approver, {
    control: 'deposit-due-soon-days',
    value: 45,
    from: firstOfMonth(monthOfDate(addMonths(firstOfMonth(monthOfDate(today)), 1))),
    reason: '给服务商多留半个月安排付款',
  })
}

/** The template of 招商银行 with the purpose in the column that comes empty. */
function withNote(): BankTemplate {
  const template = templateInForce([], 'cmb')
  assert(template !== null, 'the template is one that comes with the program')
  return {
    ...template,
    columns: template.columns.map((column) =>
      column.heading === '业务摘要' ? { ...column, content: { kind: 'purpose' } } : column,
    ),
  }
}
