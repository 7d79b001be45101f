import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedOf as typedInstant } from '#renderer/format/typed-instant.ts'
import {
  COMMAND_FORMS,
  type CommandDraft,
  type FormCommand,
  isFormCommand,
} from '#renderer/review/forms/command-forms.ts'
import { readDrafts, writeDrafts } from '#renderer/review/forms/kept-drafts.ts'
import { draftOfReturned } from '#renderer/review/forms/use-case-forms.ts'
import {
  COMMAND_TYPES,
  COMMANDS,
  type CommandArguments,
} from '#shared/contracts/console-platform/commands.ts'
import { EXAMPLES } from '#test/unit/contracts/command-examples.ts'

const LINE = '01JA0000000000000000000001'
const notes = { noteToVendor: '请补充', internalNote: '电话已说明' }
const refusal = { reasons: ['staff', 'capital'], ...notes }
const split = [
  { target: { kind: 'deposit', obligationId: LINE }, amount: 500_000, reasons: ['payer-equal'] },
  { target: { kind: 'other', what: 'charge' }, amount: 1, reasons: [] },
] satisfies CommandArguments<'deposit.match'>['parts']

/** What each command may have carried when it came back. */
const GIVEN: { readonly [T in FormCommand]: CommandArguments<T> } = {
  'application.request-changes': refusal,
  'application.approve': notes,
  'application.reject': refusal,
  'application.record-contract': {
    contract: { agreement: 'isv', version: '2024-02', signedBy: '林晓', signedOn: '2026-11-20' },
  },
  'listing.request-changes': refusal,
  'listing.approve': notes,
  'listing.reject': refusal,
  'listing.override-finding': { ruleId: 'listing.icon', reason: '图标另行提供' },
  'listing.propose-delisting': refusal,
  'listing.delist': refusal,
  'provider.suspend': { reason: '多次投诉未处理', attachments: [] },
  'provider.resume': { reason: '整改完成', attachments: [] },
  'provider.pause-payouts': { reason: '账户信息存疑', attachments: [] },
  'provider.resume-payouts': { reason: '来函核实无误', attachments: [] },
  'provider.leave': { on: '2026-11-20', reason: '来函申请退出', attachments: [] },
  'provider.close': { reason: '事项已结清', attachments: [] },
  'provider.record-term': {
    ...{ agreement: 'isv', from: '2026-01-01', until: '2026-12-31', renewal: 'by-agreement' as const },
    ...{ reason: '', attachments: [] },
  },
  'provider.re-verify': {
    ...{ on: '2026-11-20', outcome: 'differs' as const, reason: '经营范围已变更' },
    documents: [
      {
        kind: 'business-licence',
        expiresOn: '2030-01-31',
        file: { sha256: 'b'.repeat(64), name: '执照.pdf', size: 1, type: 'application/pdf' },
      },
    ],
    attachments: [],
  },
  'deposit.waive': { reason: '总部批准的推广期', until: '2027-12-31' },
  'deposit.match': { parts: split, note: '集团代付' },
  'deposit.unmatch': { reason: '来函更正' },
  'deposit.issue-receipt': {},
  'deposit.request-refund': {
    amount: 1_234_567,
    reason: '合作终止，来函申请',
    payee: {
      route: 'elsewhere',
      name: '青云科技',
      account: '622588012345678901',
      bank: '招商银行',
      evidence: '开户许可证 J1000',
      attachments: [],
    },
  },
  'deposit.hold-refund': { reason: '投诉核查中' },
  'deposit.lift-refund-hold': { reason: '核查无误' },
  'deposit.decide-new-amount': {
    ...{ effectiveFrom: '2026-12-01', becomes: 800_000 },
    why: { ruleId: 'deposit.amount', quote: '金额为 8000 元', source: '操作指南', reading: false },
    steps: [
      {
        citation: { ruleId: 'deposit.amount', quote: '金额为 8000 元', source: '操作指南', reading: false },
        pack: { marketplace: 'kubesphere', effectiveFrom: '2026-12-01', version: '2.0' },
        ...{ inputs: {}, gives: {}, rounding: null },
      },
    ],
    ...{ owes: true, dueOn: '2027-01-31', reason: '公告适用于全部服务商' },
  },
  'deposit.record-ticket': {
    reference: 'GD-1001',
    account: 'cloud-seller',
    company: '青云科技有限公司',
    address: '北京市朝阳区某路 1 号',
    contact: '张三',
    phone: '13800000000',
    attachments: [],
  },
  'deposit.send-receipt': {
    number: 'SJ-ALIYUN-2026-000001',
    courier: '顺丰速运',
    tracking: 'SF1000200030',
    attachments: [],
  },
  'deposit.approve-refund': { amount: 500_000 },
  'deposit.decline-refund': { reason: '仍有在售商品' },
  'settlement.draft': { marketplace: 'aliyun', month: '2026-10' },
  'settlement.commit': { net: 90_00 },
  'settlement.void': { reason: '订单归属有误' },
  'settlement.skip-check': { check: 'unmatched-lines', reason: '次月处理' },
  'settlement.adjust': {
    marketplace: 'kubesphere',
    month: '2026-10',
    providerId: 'provider-1',
    kind: 'penalty',
    amount: -10_00,
    taxBasisPoints: 600,
    reason: '服务中断违约',
  },
  'payout.batch': {
    ...{ accountId: LINE, executeOn: '2026-11-30', format: { kind: 'pain.001' } },
    payments: [{ source: { kind: 'payout', id: LINE }, amount: 1_200_000 }],
  },
  'payout.record-answer': {
    ...{ fileHash: 'a'.repeat(64), fileName: '回盘.xls' },
    answers: [{ endToEndId: 'FK20261127-0A1B2C3D-1', status: 'accepted', said: '成功', reason: '' }],
  },
  'payout.mark-sent': { hash: 'a'.repeat(64) },
  'payout.drop-batch': { reason: '付款日改期' },
  'recharge.record': {
    obligationId: LINE,
    ...{ channel: '支付宝', number: '2026111922001400', paidOn: '2026-11-19', amount: 500_000 },
    ...{ payerName: '张三', payerAccount: 'zhang@example.cn', evidence: '渠道后台截图' },
    attachments: [],
  },
  'invoice.record': EXAMPLES['invoice.record'],
  'invoice.verify-result': EXAMPLES['invoice.verify-result'],
  'invoice.enter-red-letter': EXAMPLES['invoice.enter-red-letter'],
  'invoice.confirm-red-letter': EXAMPLES['invoice.confirm-red-letter'],
  'invoice.refuse-red-letter': EXAMPLES['invoice.refuse-red-letter'],
  'invoice.withdraw-red-letter': EXAMPLES['invoice.withdraw-red-letter'],
  'invoice.tick-deduction': { period: '2026-11' },
  'invoice.untick-deduction': { reason: '勾选错了所属期' },
  'invoice.record-paper': { receivedOn: '2026-11-20', courier: '顺丰速运', tracking: 'SF1000' },
  'invoice.withdraw': EXAMPLES['invoice.withdraw'],
  'payout.request': EXAMPLES['payout.request'],
  'payout.verify': { reason: '来源未规定，合同约定按月付款' },
  'payout.approve': { amount: 1_200_000 },
  'payout.send-back': { reason: '收款账户已更换' },
  'payout.reject': { reason: '账户存疑' },
  'payout.cancel': { reason: '服务商撤回' },
  'provider.propose-bank-account': EXAMPLES['provider.propose-bank-account'],
  'provider.approve-bank-account': {},
  'provider.refuse-bank-account': { reason: '户名不符' },
  'contact.open': EXAMPLES['contact.open'],
  'notice.mark-told': EXAMPLES['notice.mark-told'],
  'notice.resend': EXAMPLES['notice.resend'],
  'notice.cancel': EXAMPLES['notice.cancel'],
  'contact.note': EXAMPLES['contact.note'],
  'contact.hand-over': EXAMPLES['contact.hand-over'],
  'contact.record-answer': EXAMPLES['contact.record-answer'],
  'contact.close': EXAMPLES['contact.close'],
  'contact.reopen': EXAMPLES['contact.reopen'],
  'user.invite': EXAMPLES['user.invite'],
  'user.set-roles': EXAMPLES['user.set-roles'],
  'user.change': EXAMPLES['user.change'],
  'user.sign-out-everywhere': EXAMPLES['user.sign-out-everywhere'],
  'user.reset-second-factor': EXAMPLES['user.reset-second-factor'],
  'user.deactivate': EXAMPLES['user.deactivate'],
  'user.activate': EXAMPLES['user.activate'],
  'recharge.confirm': {},
  'recharge.refuse': { reason: '金额看错了' },
  'recharge.take-back': { reason: '付款人申请撤销' },
  'violation.record': {
    ...{ marketplace: 'kubesphere', providerId: 'kubesphere-1001', obligationId: LINE },
    rule: { ruleId: 'violations.rules', quote: '遵守管理规范', source: '操作指南', reading: false },
    ...{ occurredOn: '2026-11-02', facts: '引导站外付款', evidence: '页面快照 2026-102', attachments: [] },
  },
  'violation.decide': {
    outcome: 'upheld',
    ...{ deduction: 0, topUpBy: null, topUpRule: null, barsRefund: true },
    reason: '按处理尺度决定',
  },
  'violation.record-appeal': {
    receivedOn: '2026-11-20',
    statement: '由上游引起',
    evidence: '来函 31',
    attachments: [],
  },
  'violation.decide-appeal': { outcome: 'kept', reason: '理由不成立' },
  'bank.withdraw-statement': { statementId: '01KA0000000000000000000001', reason: '导错了账户' },
  'commission-invoice.record-number': EXAMPLES['commission-invoice.record-number'],
  'commission-invoice.record-red-letter': EXAMPLES['commission-invoice.record-red-letter'],
  'commission-invoice.take-back-number': EXAMPLES['commission-invoice.take-back-number'],
  'rebate.record-return': EXAMPLES['rebate.record-return'],
  'rebate.take-back-return': EXAMPLES['rebate.take-back-return'],
  'supervision.open': EXAMPLES['supervision.open'],
  'supervision.record-delivery': EXAMPLES['supervision.record-delivery'],
  'supervision.confirm': EXAMPLES['supervision.confirm'],
  'supervision.reject': EXAMPLES['supervision.reject'],
  'supervision.record-review': EXAMPLES['supervision.record-review'],
  'supervision.appeal': EXAMPLES['supervision.appeal'],
  'supervision.decide': EXAMPLES['supervision.decide'],
  'order.record-offline': EXAMPLES['order.record-offline'],
  'order.confirm-offline': {},
  'order.refuse-offline': { reason: '合同金额不符' },
  'bank.open-account': {
    marketplace: 'kubesphere',
    number: '6217000010001234567',
    holder: '青云科技',
    bank: '工商银行',
    currency: 'CNY',
  },
  'control.adopt': {},
  'policy.adopt': {},
  'policy.decline': { reason: '与通知不符' },
  'calendar.adopt': {},
  'calendar.decline': { reason: '缺调休日' },
  'control.decline': { reason: '与合同不符' },
}
/** What a person typed: a new amount, its day and steps are the pack's, which the form shows as they are now. */
function typedOf(type: FormCommand): unknown {
  // A step of the review is the one that the case shows as the next; instants are typed in Beijing time.
  if (type === 'supervision.record-review') return [GIVEN[type].outcome, GIVEN[type].evidence]
  if (COMMANDS[type].about === 'supervision') {
    const asTyped = (value: unknown) =>
      typeof value === 'string' && value.endsWith('Z') ? typedInstant(value) : value
    return Object.fromEntries(Object.entries(GIVEN[type]).map(([name, value]) => [name, asTyped(value)]))
  }
  if (type !== 'deposit.decide-new-amount') return GIVEN[type]
  const { owes, dueOn, reason } = GIVEN[type]
  return { owes, dueOn, reason }
}
const FORMS = COMMAND_TYPES.filter(isFormCommand)

describe('the form of a command', () => {
  test.each(FORMS)('%s opens again with what was written for it', (type) => {
    const draft = draftOfReturned(type, GIVEN[type])
    expect(COMMAND_FORMS[type].draft.schema.safeParse(draft).success).toBe(true)
    const said = JSON.stringify(draft)
    for (const written of texts(typedOf(type))) expect(said).toContain(written)
  })

  test.each(FORMS)('%s keeps its draft, and the drafts of the others', (type) => {
    const draft = draftOfReturned(type, GIVEN[type])
    if (draft === null) throw new Error('no draft')
    const kind = COMMANDS[type].about
    const others = readDrafts(kind, writeDrafts({}, type, draft))
    expect(others[type]).toEqual(draft)
    for (const other of FORMS.filter((each) => each !== type && COMMANDS[each].about === kind)) {
      const second = draftOfReturned(other, GIVEN[other])
      if (second === null) throw new Error('no draft')
      const both = readDrafts(kind, writeDrafts(others, other, second))
      expect([both[type], both[other]]).toEqual([draft, second])
    }
    expect(writeDrafts(others, type, undefined)).toBe('')
  })

  test('a returned match opens the way it was made: divided, as other money, as what takes a line back', () => {
    const again = (parts: CommandArguments<'deposit.match'>['parts']) =>
      draftOfReturned('deposit.match', { parts, note: 'n' })
    expect(again(split)).toMatchObject({
      way: 'split',
      note: 'n',
      rows: [{ amount: '5000.00' }, { amount: '0.01' }],
    })
    expect(again([{ target: { kind: 'other', what: 'interest' }, amount: 1, reasons: [] }])).toMatchObject({
      way: 'other',
      what: 'interest',
    })
    expect(again([{ target: { kind: 'return', lineId: LINE }, amount: 1, reasons: [] }])).toMatchObject({
      way: 'return',
      original: LINE,
    })
  })

  test('arguments that are not those of the command open an empty form', () => {
    for (const type of FORMS) expect(draftOfReturned(type, { parts: 7 })).toBeNull()
  })
})

describe('drafts of an older program', () => {
  const verdict = { reasons: ['a'], noteToVendor: '请补充', internalNote: '', noteByHand: true }
  const row = {
    target: { kind: 'other', what: 'charge' },
    name: '',
    category: null,
    due: null,
    amount: '7',
    reasons: [],
  }

  test('verdicts that were kept by the name of their form are read', () => {
    const content = JSON.stringify({ reject: verdict, 'request-changes': verdict })
    expect(readDrafts('application', content)).toEqual({
      'application.reject': verdict,
      'application.request-changes': verdict,
    })
    expect(readDrafts('listingVersion', content)['listing.reject']).toEqual(verdict)
  })

  test('the rows of a split are read', () => {
    expect(readDrafts('bankLine', JSON.stringify([row]))['deposit.match']).toMatchObject({
      way: 'split',
      rows: [row],
    })
    expect(readDrafts('application', JSON.stringify([row]))).toEqual({})
  })

  test('one that no longer fits costs no other', () => {
    const content = JSON.stringify({ approve: { reasons: 1 }, reject: verdict })
    expect(readDrafts('application', content)).toEqual({ 'application.reject': verdict })
  })

  test('whatever stands there, nothing breaks', () => {
    const kinds = COMMAND_TYPES.map((type) => COMMANDS[type].about)
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.oneof(fc.json(), fc.string()), (kind, content) => {
        readDrafts(kind, content)
      }),
    )
    expect(readDrafts('application', null)).toEqual({})
  })

  test('drafts too long together leave the one that is being written', () => {
    const long = (note: string): CommandDraft<'application.reject'> => ({
      ...verdict,
      noteToVendor: note.repeat(4000),
    })
    let kept = {}
    for (const type of [
      'application.approve',
      'application.reject',
      'application.request-changes',
    ] as const) {
      kept = readDrafts(
        'application',
        writeDrafts(kept, type, { ...long('字'), internalNote: '字'.repeat(4000) }),
      )
    }
    expect(Object.keys(kept)).toEqual(['application.request-changes'])
  })
})

/** The texts in arguments, at any depth. */
function texts(given: unknown): string[] {
  if (typeof given === 'string') return [given]
  return typeof given === 'object' && given !== null ? Object.values(given).flatMap(texts) : []
}
