import { createHash } from 'node:crypto'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { DemoLine, LineFate } from './demo-statement.ts'

const OPEN: LineFate = { kind: 'open' }
const SILENT = { name: '', account: '', purpose: '', remark: '', reversal: false } as const

/** What vendors write beside a deposit, by marketplace. */
const REMARK: Readonly<Record<string, string>> = { kubesphere: 'KubeSphere Marketplace 保证金' }

/** The account a payer always pays from; invented. */
function accountOf(name: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(name).digest('hex').slice(0, 12)}`)
  return `31050161${String(digits).padStart(12, '0').slice(-12)}`
}

function depositRemark({ marketplace, providerName }: DepositObligation): string {
  return `${providerName}-${REMARK[marketplace] ?? '保证金'}`
}

/** Money of a provider for its deposit, as it is asked to write it unless the change says otherwise. */
export function payment(
  day: PlainDate,
  obligation: DepositObligation,
  amount: Fen,
  fate: LineFate = OPEN,
  change: Partial<Pick<DemoLine, 'name' | 'purpose' | 'remark'>> = {},
): DemoLine {
  const name = change.name ?? obligation.providerName
  return {
    day,
    effect: amount,
    name,
    account: accountOf(name),
    summary: '转账',
    purpose: change.purpose ?? '保证金',
    remark: change.remark ?? depositRemark(obligation),
    reversal: false,
    fate,
  }
}

export function refundPayment(
  day: PlainDate,
  { id, providerName }: DepositObligation,
  amount: Fen,
): DemoLine {
  return {
    day,
    effect: -amount,
    name: providerName,
    account: accountOf(providerName),
    summary: '转账支出',
    purpose: '退保证金',
    remark: '合作终止，退还保证金',
    reversal: false,
    fate: { kind: 'refund', obligationId: id },
  }
}

export function interest(day: PlainDate, amount: Fen): DemoLine {
  return { ...SILENT, day, effect: amount, summary: '结息', fate: { kind: 'other', what: 'interest' } }
}

export function charge(day: PlainDate, amount: Fen): DemoLine {
  const fate: LineFate = { kind: 'other', what: 'charge' }
  return { ...SILENT, day, effect: -amount, summary: '手续费', purpose: '对公汇款手续费', fate }
}

/** 冲正: the bank takes an entry of its own back. */
export function reversalOf(of: DemoLine, day: PlainDate): DemoLine {
  const fate: LineFate = { kind: 'return', of }
  const said = { summary: '冲正', purpose: `${of.purpose}冲正`, remark: '原交易误扣' }
  return { ...of, ...said, day, effect: -of.effect, reversal: true, fate }
}

export function payout(day: PlainDate, name: string, amount: Fen): DemoLine {
  return {
    day,
    effect: -amount,
    name,
    account: accountOf(name),
    summary: '转账支出',
    purpose: '收入提现',
    remark: `${day.slice(0, 7)} 月收入提现`,
    reversal: false,
    fate: { kind: 'other', what: 'settlement' },
  }
}

/** 退汇: the payee's bank sends a payment back. */
export function returnOf(of: DemoLine, day: PlainDate): DemoLine {
  const said = { summary: '退汇', purpose: '', remark: '账号户名不符，退汇' }
  return { ...of, ...said, day, effect: -of.effect, fate: { kind: 'return', of } }
}

/** Between accounts of the holder's own. */
export function transfer(day: PlainDate, holder: string, effect: Fen): DemoLine {
  return {
    day,
    effect,
    name: holder,
    account: accountOf(holder),
    summary: effect < 0 ? '资金归集' : '资金下拨',
    purpose: '内部转账',
    remark: '',
    reversal: false,
    fate: { kind: 'other', what: 'transfer' },
  }
}

/** What customers paid through a payment service. */
export function sales(day: PlainDate, amount: Fen): DemoLine {
  const name = '财付通支付科技有限公司'
  return {
    day,
    effect: amount,
    name,
    account: accountOf(name),
    summary: '转账',
    purpose: '货款',
    remark: `${day} 云市场货款`,
    reversal: false,
    fate: { kind: 'other', what: 'sales' },
  }
}
