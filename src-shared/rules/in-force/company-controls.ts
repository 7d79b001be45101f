import type { Bilingual } from '../../base/bilingual.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'

/** What a control is, how far it may go, and what holds while nobody has adopted another value. */
export type ControlSheet = Readonly<{ name: Bilingual; about: Bilingual }> &
  (
    | {
        /** Fen, days, working days, months, or hundredths of a per cent. */
        readonly holds: 'money' | 'days' | 'working-days' | 'months' | 'rate'
        readonly standard: number
        readonly least: number
        readonly most: number
      }
    | { readonly holds: 'yes-no'; readonly standard: boolean }
    | {
        /** Empty while nobody has said it. */
        readonly holds: 'text'
        readonly standard: ''
        readonly pattern: RegExp
      }
  )

/**
 * 内控设置: figures and switches that the company decides and no source states. Each is read by something in the
 * program; a new one is one entry here, which whoever reads it names.
 */
export const CONTROLS = {
  'payments-paused': {
    holds: 'yes-no',
    standard: false,
    name: { zh: '暂停对外付款', en: 'Outgoing payments paused' },
    about: {
      zh: '为“是”时，任何市场的保证金退还和提现、结算付款都不能批准，已批准的不受影响。',
      en: 'While yes, no deposit refund and no payout of any marketplace can be approved; what is approved stays so.',
    },
  },
  'deposit-due-soon-days': {
    holds: 'days',
    standard: 30,
    least: 0,
    most: 365,
    name: { zh: '保证金即将到期提醒', en: 'Deposit due soon' },
    about: {
      zh: '保证金截止日前多少天起列为“即将到期”。',
      en: 'How many days before its due day an unpaid deposit is due soon.',
    },
  },
  'contact-answer-days': {
    holds: 'working-days',
    standard: 2,
    least: 0,
    most: 30,
    name: { zh: '转交后的答复期限', en: 'Answer due after handing over' },
    about: {
      zh: '联系记录转交给服务商或同事后，建议在多少个工作日内答复；转交时可改。',
      en: 'Within how many working days an answer is due after a contact was handed over; it can be set otherwise each time.',
    },
  },
  'supervision-late-days': {
    holds: 'days',
    standard: 10,
    least: 1,
    most: 365,
    name: { zh: '服务监管久未推进', en: 'Supervision without progress' },
    about: {
      zh: '被监管的订单等待服务商交付或买家验收超过多少天后，列为“久未推进”。来源没有规定期限。',
      en: 'After how many days of waiting for the provider or the buyer a supervised order is listed as without progress. No source states a term.',
    },
  },
  'review-notice-days': {
    holds: 'working-days',
    standard: 1,
    least: 0,
    most: 30,
    name: { zh: '审核时限提醒', en: 'Review deadline notice' },
    about: {
      zh: '审核截止日前多少个工作日起提醒。',
      en: 'How many working days before its due day a review warns.',
    },
  },
  'account-hold-days': {
    holds: 'working-days',
    standard: 3,
    least: 0,
    most: 30,
    name: { zh: '收款账户变更冻结期', en: 'Hold after a change of account' },
    about: {
      zh: '收款账户复核通过、或服务商名称或证件号码变更之后，满多少个工作日才能向其付款。',
      en: "How many whole working days go by after a payee's account was approved, or its name or code changed, before it is paid.",
    },
  },
  'second-approver-above': {
    holds: 'money',
    standard: 5_000_000,
    least: 0,
    most: 100_000_000_000,
    name: { zh: '须两人复核的付款金额', en: 'Payouts that two people approve' },
    about: {
      zh: '付款金额超过多少元时，须由两名复核人先后批准，且都不是经办人。',
      en: 'Above this amount two people approve a payout one after the other, neither of them its maker.',
    },
  },
  'rebates-set-off': {
    holds: 'yes-no',
    standard: false,
    name: { zh: '佣金返还在结算单内抵扣', en: 'Rebates set off in the statement' },
    about: {
      zh: '来源规定多收取的平台佣金单独返还；为“是”时改为在当月结算单内抵扣，按结算月最后一天的取值，已确认的月份不变。',
      en: 'The source has rebates returned apart; while yes they are set off in the month’s statement instead, as of the last day of the month. Committed months stay.',
    },
  },
  'young-account-days': {
    holds: 'days',
    standard: 30,
    least: 0,
    most: 365,
    name: { zh: '新收款账户提示', en: 'New account notice' },
    about: {
      zh: '收款账户启用后多少天内付款，复核时提示“再看一眼”；不阻止付款。',
      en: 'For how many days after its approval a payment to an account says: look twice. It blocks nothing.',
    },
  },
  'amount-unlike-from': {
    holds: 'rate',
    standard: 30_000,
    least: 10_100,
    most: 1_000_000,
    name: { zh: '金额与以往差异提示', en: 'Amount unlike the past' },
    about: {
      zh: '付款金额达到该服务商以往中位数的百分之多少、或低于其倒数时，复核时提示“再看一眼”；不阻止付款。',
      en: 'From how many per cent of what the provider is usually paid on, upwards or as a fraction downwards, a payment says: look twice. It blocks nothing.',
    },
  },
  're-verification-months': {
    holds: 'months',
    standard: 6,
    least: 1,
    most: 60,
    name: { zh: '服务商复审周期', en: 'Re-verification of providers' },
    about: {
      zh: '服务商入驻或上次复审之后，满多少个月须再与公示系统核对一次。',
      en: 'How many months after it joined, or was last verified, a provider is held against the public register again.',
    },
  },
  'expiry-notice-days': {
    holds: 'days',
    standard: 30,
    least: 0,
    most: 365,
    name: { zh: '证照与复审到期提醒', en: 'Papers and re-verification due soon' },
    about: {
      zh: '证照到期日、复审日前多少天起列为“即将到期”。',
      en: 'How many days before a paper runs out or a re-verification is due it is due soon.',
    },
  },
  'invoice-name': {
    holds: 'text',
    standard: '',
    pattern: /^\S(?:.{0,198}\S)?$/u,
    name: { zh: '开票抬头', en: 'Our name on invoices' },
    about: {
      zh: '服务商向本公司开票时的购买方名称。未设定时不核对购买方。',
      en: 'The buyer on invoices of providers. While it is not set the buyer is not compared.',
    },
  },
  'invoice-tax-id': {
    holds: 'text',
    standard: '',
    pattern: /^[0-9A-Z]{15,20}$/,
    name: { zh: '开票税号', en: 'Our tax id on invoices' },
    about: {
      zh: '服务商向本公司开票时的购买方纳税人识别号。未设定时不核对购买方税号。',
      en: "The buyer's tax id on invoices of providers. While it is not set the tax id is not compared.",
    },
  },
  'unpaid-invoice-days': {
    holds: 'days',
    standard: 30,
    least: 0,
    most: 365,
    name: { zh: '久未付款的发票', en: 'Invoices unpaid for long' },
    about: {
      zh: '发票收到多少天后仍未付款，列入“久未付款”。',
      en: 'After how many days an invoice that was received and is not paid is listed as unpaid for long.',
    },
  },
  'commission-tax-rate': {
    holds: 'rate',
    standard: 600,
    least: 0,
    most: 1700,
    name: { zh: '佣金适用税率', en: 'Rate of tax on commission' },
    about: {
      zh: '平台向服务商开具佣金发票、凭证中拆分平台服务费所用的增值税税率，按结算月最后一天的取值。',
      en: 'The rate of VAT in what the marketplace keeps: on its invoices to providers and in vouchers, as of the last day of the month.',
    },
  },
} as const satisfies Readonly<Record<string, ControlSheet>>

export type ControlName = keyof typeof CONTROLS
/** Fen, days or hundredths of a per cent by what the control holds; whether, of a switch; words, of a text. */
export type ControlValue<N extends ControlName = ControlName> = (typeof CONTROLS)[N]['holds'] extends 'yes-no'
  ? boolean
  : (typeof CONTROLS)[N]['holds'] extends 'text'
    ? string
    : number
export type AnyControlValue = boolean | number | string

/** Names are the keys of the table. */
export const CONTROL_NAMES = Object.keys(CONTROLS) as ControlName[]

/** The sheet of a control as any of them may be; null where this program does not know it. */
export function controlSheet(name: string): ControlSheet | null {
  return isControl(name) ? CONTROLS[name] : null
}

export function isControl(name: string): name is ControlName {
  return name in CONTROLS
}

/** Whether a value is one that a control may have. */
export function fitsControl(name: ControlName, value: AnyControlValue): boolean {
  return fits(CONTROLS[name], value)
}

/** Whether a value is of what a sheet holds, and within its bounds. */
export function fits(sheet: ControlSheet, value: AnyControlValue): boolean {
  if (sheet.holds === 'yes-no') return typeof value === 'boolean'
  if (sheet.holds === 'text') {
    return typeof value === 'string' && (value === sheet.standard || sheet.pattern.test(value))
  }
  return typeof value === 'number' && Number.isInteger(value) && value >= sheet.least && value <= sheet.most
}

/** A value that two people put into force. */
export interface AdoptedControl {
  readonly control: string
  readonly value: AnyControlValue
  /** The first day it holds, in Shanghai. */
  readonly from: PlainDate
}

/** The value of a control on a day in Shanghai. */
export type Controls = <N extends ControlName>(name: N, on: PlainDate) => ControlValue<N>

/**
 * Controls as they were adopted, in the order of their adoption: of one day the later stands for the earlier. A value
 * that this program would not take is passed over.
 */
export function adoptedControls(adopted: readonly AdoptedControl[]): Controls {
  return <N extends ControlName>(name: N, on: PlainDate) => {
    const holding = adopted
      .filter(({ control, value, from }) => control === name && from <= on && fitsControl(name, value))
      .reduce<AdoptedControl | null>(
        (held, each) => (held === null || each.from >= held.from ? each : held),
        null,
      )
    // It fits what the control holds.
    return (holding?.value ?? CONTROLS[name].standard) as ControlValue<N>
  }
}

/** What holds where nothing was adopted. */
export const STANDARD_CONTROLS: Controls = adoptedControls([])
