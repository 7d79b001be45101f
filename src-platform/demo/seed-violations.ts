import { ulid } from 'ulid'
import { addDays } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { Fen } from '#shared/money/fen.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { violationRules } from '#shared/rules/deposits/violation-rules.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { giver } from './demo-decisions.ts'
import type { AskedDeposit } from './demo-deposits.ts'
import { seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const SEED = 20_261_127
const DEDUCTION: Fen = 100_000

/**
 * Violations told by real decisions, of providers whose deposit lies with us: one that waits for a ruling, one upheld with a
 * deduction to be paid in again, one lifted on appeal, one whose appeal waits; and one where no deposit is asked.
 */
export async function seedDemoViolations(
  platform: Platform,
  providers: readonly Provider[],
  deposits: readonly AskedDeposit[],
): Promise<void> {
  const random = seededRandom(SEED)
  const give = giver(platform, random)
  const lately = platform.clock()
  const today = shanghaiDate(now(platform))
  const [reviewer, manager, , approver] = DEMO_ACCOUNTS
  if (reviewer === undefined || manager === undefined || approver === undefined) return

  const record = async (days: number, of: Provider, deposit: DepositObligation | null, said: Said) => {
    const at = lately - days * DAY_MS
    const occurredOn = addDays(today, -days - 3)
    const [rule] = violationRules(packInForce(platform.policies.packs, of.marketplace, occurredOn))
    const id = ulid(at, random.next)
    if (rule === undefined) return null
    await give(at, reviewer, 'violation.record', id, {
      ...{ marketplace: of.marketplace, providerId: of.id, obligationId: deposit?.id ?? null },
      ...{ rule: rule.citation, occurredOn, ...said, attachments: [] },
    })
    return id
  }
  const uphold = async (days: number, id: string | null, deduction: Fen) => {
    if (id === null) return
    await give(lately - days * DAY_MS, manager, 'violation.decide', id, {
      outcome: 'upheld',
      deduction,
      topUpBy: deduction === 0 ? null : addDays(today, 20 - days),
      topUpRule: null,
      barsRefund: false,
      reason: '证据与服务商陈述一致；来源未规定金额与期限，按公司处理尺度决定',
    })
  }
  const appeal = async (days: number, id: string | null) => {
    if (id === null) return
    await give(lately - days * DAY_MS, reviewer, 'violation.record-appeal', id, {
      receivedOn: addDays(today, -days),
      statement: '服务商来函：问题由上游接口变更引起，已于当日恢复',
      evidence: '来函 2026-031 及变更公告截图',
      attachments: [],
    })
  }

  const [waiting, deducted, lifted, appealed] = await heldOf(platform, providers, deposits)
  if (waiting) await record(2, waiting.provider, waiting.deposit, SAID.price)
  if (deducted) await uphold(8, await record(12, deducted.provider, deducted.deposit, SAID.link), DEDUCTION)
  if (lifted) {
    const id = await record(40, lifted.provider, lifted.deposit, SAID.outage)
    await uphold(36, id, DEDUCTION)
    await appeal(30, id)
    if (id !== null) {
      await give(lately - 27 * DAY_MS, approver, 'violation.decide-appeal', id, {
        outcome: 'lifted',
        reason: '上游变更公告属实，原裁定撤销',
      })
    }
  }
  if (appealed) {
    const id = await record(20, appealed.provider, appealed.deposit, SAID.outage)
    await uphold(16, id, 0)
    await appeal(3, id)
  }
  const huawei = providers.find(({ marketplace, status }) => marketplace === 'huawei' && status === 'active')
  if (huawei) await record(5, huawei, null, SAID.interface)
}

interface Said {
  readonly facts: string
  readonly evidence: string
}

const SAID = {
  price: {
    facts: '商品页面标价与下单价格不一致，三名用户投诉',
    evidence: '投诉工单 2026-118，页面截图存合同档案',
  },
  link: { facts: '商品详情引导用户至站外付款', evidence: '页面快照 2026-102，用户聊天记录' },
  outage: {
    facts: '服务中断 9 小时，未按约定通知用户',
    evidence: '监控记录，用户投诉 4 件',
  },
  interface: { facts: '实例接口当月失败 7 次', evidence: '接口调用记录导出，失败明细 7 条' },
} as const satisfies Readonly<Record<string, Said>>

interface Held {
  readonly provider: Provider
  readonly deposit: DepositObligation
}

/** Providers whose only deposit is wholly paid, from the end of the list: what happens to the first ones is told elsewhere. */
async function heldOf(
  platform: Platform,
  providers: readonly Provider[],
  deposits: readonly AskedDeposit[],
): Promise<Held[]> {
  const held: Held[] = []
  for (const provider of providers.toReversed()) {
    const own = deposits.filter(({ obligation }) => obligation.providerId === provider.id)
    const [only] = own
    if (provider.status !== 'active' || only?.story !== 'paid' || own.length > 1) continue
    const deposit = await platform.store.get('depositObligation', only.obligation.id)
    if (deposit?.amount == null || depositBalance(deposit) !== deposit.amount) continue
    held.push({ provider, deposit })
  }
  return held
}
