import { loadPolicies } from '#platform/load-policies.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { samplePaymentTemplate } from '#test/integration/platform/sample-batches.ts'
import { sampleFacts } from '#test/integration/platform/sample-invoices.ts'
import {
  DELIVERY_SAID,
  newUlid,
  sampleOfflineOrder,
  sampleStatement,
  sampleTable,
  sampleViolation,
} from '#test/integration/platform/sample-records.ts'

const notes = { noteToVendor: '请补充', internalNote: '电话已说明' }
const refusal = { reasons: ['material-missing'], ...notes }
const contract = {
  agreement: 'provider-agreement',
  version: '1.0',
  signedBy: '王伟',
  signedOn: '2026-03-02',
}
const {
  version: _v,
  marketplace: _m,
  accountId: _a,
  proof: _p,
  accepted: _c,
  withdrawn: _w,
  ...withoutCounts
} = sampleStatement()
const { lines: _l, added: _d, importedAt: _i, by: _b, byName: _n, ...statement } = withoutCounts
const {
  id: _offlineId,
  version: _offlineVersion,
  providerName: _offlineName,
  recorded: _recorded,
  verdict: _verdict,
  history: _history,
  updatedAt: _updated,
  ...offlineSaid
} = sampleOfflineOrder()
const part = { target: { kind: 'deposit', obligationId: newUlid() }, amount: 500_000, reasons: [] } as const

const { packs } = await loadPolicies()
const FILE = { fileName: 'new.yaml', fileHash: 'a'.repeat(64) }

/** Arguments of every command that fit its schema. */
export const EXAMPLES: { readonly [T in CommandType]: CommandArguments<T> } = {
  'application.start-review': {},
  'application.approve': notes,
  'application.record-contract': { contract },
  'application.open': {},
  'application.request-changes': refusal,
  'application.reject': refusal,
  'application.assign': { assignee: 'op-1' },
  'listing.start-review': {},
  'listing.approve': notes,
  'listing.publish': {},
  'listing.request-changes': refusal,
  'listing.reject': refusal,
  'listing.override-finding': { ruleId: 'listing.screenshots.too-few', reason: '客户已线下提供' },
  'listing.assign': { assignee: 'op-1' },
  'listing.propose-delisting': refusal,
  'listing.delist': refusal,
  'deposit.issue-receipt': {},
  'deposit.approve-refund': { amount: 500_000 },
  'deposit.request-refund': {
    amount: 500_000,
    reason: '合作终止',
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
    ...{ effectiveFrom: '2026-12-01', becomes: 800_000, why: sampleViolation().rule },
    steps: [
      {
        citation: sampleViolation().rule,
        pack: { marketplace: 'kubesphere', effectiveFrom: '2026-12-01', version: '2.0' },
        inputs: {},
        gives: { required: { kind: 'money', fen: 800_000 } },
        rounding: null,
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
  'deposit.waive': { reason: '首批合作伙伴', until: '2026-12-31' },
  'deposit.decline-refund': { reason: '账号不符' },
  'deposit.match': { parts: [{ ...part, reasons: [] }], note: '电话核实' },
  'deposit.unmatch': { reason: '对错了' },
  'recharge.record': {
    obligationId: newUlid(),
    ...{ channel: '支付宝', number: '2026111922001400', paidOn: '2026-11-19', amount: 500_000 },
    ...{ payerName: '张三', payerAccount: 'zhang@example.cn', evidence: '渠道后台截图' },
    attachments: [],
  },
  'invoice.record': {
    ...{ providerId: 'provider-1', payoutId: null, source: 'typed', file: null, paper: null },
    ...sampleFacts(),
  },
  'invoice.verify-result': { result: 'consistent', checkedOn: '2026-11-20', note: '' },
  'invoice.enter-red-letter': {
    ...{ number: '3100000000000001', reason: 'error', enteredAt: '2026-11-20T02:00:00.000Z' },
  },
  'invoice.confirm-red-letter': { number: '3100000000000001' },
  'invoice.refuse-red-letter': { number: '3100000000000001', reason: '服务没有中止' },
  'invoice.tick-deduction': { period: '2026-11' },
  'invoice.untick-deduction': { reason: '勾选错了所属期' },
  'invoice.record-paper': { receivedOn: '2026-11-20', courier: '顺丰速运', tracking: 'SF1000' },
  'invoice.withdraw': { reason: '服务商发错文件' },
  'payout.batch': {
    ...{ accountId: newUlid(), executeOn: '2999-12-31', format: { kind: 'pain.001' } },
    payments: [{ source: { kind: 'payout', id: newUlid() }, amount: 1_200_000 }],
  },
  'payout.export-batch': { hash: 'a'.repeat(64) },
  'payout.mark-sent': { hash: 'a'.repeat(64) },
  'payout.drop-batch': { reason: '金额有误' },
  'payout.record-answer': {
    ...{ fileHash: 'a'.repeat(64), fileName: '回盘.xls' },
    answers: [{ endToEndId: 'FK20261127-0A1B2C3D-1', status: 'accepted', said: '成功', reason: '' }],
  },
  'payout.request': { providerId: 'provider-1', months: ['2026-10'], reason: '' },
  'payout.verify': { reason: '发票与结算单一致' },
  'payout.approve': { amount: 1_200_000 },
  'payout.send-back': { reason: '收款账户已更换' },
  'payout.reject': { reason: '账户存疑' },
  'payout.cancel': { reason: '服务商撤回' },
  'provider.propose-bank-account': {
    ...{
      providerId: 'provider-1',
      accountName: '北京云栈科技有限公司',
      accountNumber: '0200001109024999999',
    },
    ...{ bankName: '中国工商银行北京安定门支行', bankCode: '102100000021', evidence: '开户许可证 J1000' },
  },
  'provider.approve-bank-account': {},
  'provider.refuse-bank-account': { reason: '户名不符' },
  'provider.suspend': { reason: '多次投诉未处理', attachments: [] },
  'provider.resume': { reason: '整改完成', attachments: [] },
  'provider.pause-payouts': { reason: '账户信息存疑', attachments: [] },
  'provider.resume-payouts': { reason: '来函核实无误', attachments: [] },
  'provider.leave': { on: '2026-11-20', reason: '来函申请退出', attachments: [] },
  'provider.close': { reason: '事项已结清', attachments: [] },
  'provider.record-term': {
    ...{ agreement: 'isv', from: '2026-01-01', until: '2026-12-31', renewal: 'by-agreement' },
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
  'contact.open': {
    ...{ marketplace: 'kubesphere', userId: 'u-1', userName: '李四', about: null, callerName: '李四' },
    ...{ callerPhone: '13800000000', callerEmail: null, reason: 'refund', subject: '要求退款' },
    ...{ said: '买错了版本，要求退款', settled: false },
  },
  'contact.note': { text: '已回电' },
  'contact.hand-over': { to: 'ops', dueOn: '2026-11-24', text: '请核对退款条件' },
  'contact.record-answer': { text: '同意退款' },
  'contact.close': { outcome: 'resolved', text: '已退款，用户知悉' },
  'contact.reopen': { text: '用户再次来电' },
  'recharge.confirm': {},
  'recharge.refuse': { reason: '金额看错' },
  'recharge.take-back': { reason: '付款人申请撤销' },
  'violation.record': {
    ...{ marketplace: 'kubesphere', providerId: 'provider-1', obligationId: null },
    rule: sampleViolation().rule,
    ...{ occurredOn: '2026-11-02', facts: '引导站外付款', evidence: '页面快照 2026-102', attachments: [] },
  },
  'violation.decide': {
    outcome: 'upheld',
    ...{ deduction: 100_000, topUpBy: '2026-12-20', topUpRule: null, barsRefund: false },
    reason: '来源未规定，按处理尺度',
  },
  'violation.record-appeal': {
    receivedOn: '2026-11-20',
    statement: '问题由上游变更引起',
    evidence: '来函 2026-031',
    attachments: [],
  },
  'violation.decide-appeal': { outcome: 'lifted', reason: '上游变更属实' },
  'bank.import-statement': {
    statement,
    packedLines: 'H4sIAAAAAAAA',
    lines: 1,
    added: 1,
    matches: [{ lineId: newUlid(), part: { ...part, reasons: [] } }],
    accepted: ['unproven'],
  },
  'settlement.draft': { marketplace: 'kubesphere', month: '2026-10' },
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
  'payout.set-template': {
    number: 1,
    template: samplePaymentTemplate().template,
    reason: '按网银下载的模板核对',
  },
  'matching.set': {
    marketplace: 'kubesphere',
    number: 1,
    settings: {
      ...{ fixedPart: null, depositWord: null, bankWords: null, unlikePerMille: 300 },
      otherPurposes: ['货款', '培训费'],
    },
    reason: '培训费不是保证金',
  },
  'bank.withdraw-statement': { statementId: newUlid(), reason: '导错了账户' },
  'control.propose': {
    control: 'deposit-due-soon-days',
    value: 45,
    from: '2026-12-01',
    reason: '给服务商更多时间',
  },
  'control.adopt': {},
  'policy.propose': {
    ...FILE,
    pack: JSON.stringify({ ...packs[0], effectiveFrom: '2027-01-01', effectiveTo: null, version: '9.0' }),
    reason: '平台通知费率调整',
  },
  'policy.adopt': {},
  'policy.decline': { reason: '与通知不符' },
  'calendar.import': { ...FILE, table: sampleTable().table, from: '2026-12-01', reason: '国务院办公厅通知' },
  'calendar.adopt': {},
  'calendar.decline': { reason: '缺调休日' },
  'control.decline': { reason: '与合同不符' },
  'bank.open-account': {
    marketplace: 'kubesphere',
    number: '0200001109024543164',
    holder: '北京青云科技股份有限公司',
    bank: '中国工商银行',
    currency: 'CNY',
  },
  'commission-invoice.record-number': {
    number: '26112000000000000001',
    issuedOn: '2026-11-06',
    gross: 10_00,
  },
  'commission-invoice.record-red-letter': {
    number: '26112000000000000002',
    issuedOn: '2026-11-20',
    gross: -10_00,
    blueNumber: '26112000000000000001',
  },
  'commission-invoice.mark-exported': {
    buyer: { name: '北京云栈科技有限公司', taxId: '91110108MA01ABCD2K' },
  },
  'commission-invoice.take-back-number': { reason: '号码抄错一位' },
  'rebate.record-return': { amount: 60_000_00, returnedOn: '2026-11-06', evidence: '银行回单 2026110600012' },
  'rebate.take-back-return': { reason: '款项被退回' },
  'supervision.open': { delivery: 'offline', reason: '合同约定线下交付并验收' },
  'supervision.record-delivery': DELIVERY_SAID,
  'supervision.confirm': {
    confirmedAt: '2026-11-19T02:00:00.000Z',
    evidence: '买家中心验收记录截图',
    attachments: [],
  },
  'supervision.reject': {
    ...{
      rejectedAt: '2026-11-19T02:00:00.000Z',
      reason: '缺少培训记录',
      evidence: '买家中心驳回截图',
      attachments: [],
    },
  },
  'supervision.record-review': {
    step: 'base-manager',
    outcome: 'passed',
    evidence: '基地经理确认邮件',
    attachments: [],
  },
  'supervision.appeal': {
    ...{
      appealedAt: '2026-11-19T03:00:00.000Z',
      statement: '仍未培训到位',
      evidence: '申诉单 2026-7',
      attachments: [],
    },
  },
  'supervision.decide': { outcome: 'accepted', reason: '培训记录齐全' },
  'order.record-offline': offlineSaid,
  'order.confirm-offline': {},
  'order.refuse-offline': { reason: '合同金额不符' },
  'order.import': {
    file: {
      marketplace: 'kubesphere',
      fileName: '订单.csv',
      fileHash: 'f'.repeat(64),
      encoding: 'utf-8',
      undecodable: 0,
      orders: 1,
      known: 0,
      left: 0,
      skipped: { rows: 0, matter: 0, first: [] },
    },
    packedOrders: 'H4sIAAAAAAAA',
    added: 1,
    changed: 0,
    sums: { paid: 10_000, refunded: 0, vouchers: 0, period: { from: '2024-02-01', to: '2024-02-01' } },
  },
}
