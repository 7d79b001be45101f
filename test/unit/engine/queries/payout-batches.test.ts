import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLineCase } from '#main/engine/queries/bank/line-case.ts'
import { findTargets } from '#main/engine/queries/bank/line-targets.ts'
import { readBatchAnswer } from '#main/engine/queries/payout-batches/batch-answer.ts'
import { readPayoutBatchCase } from '#main/engine/queries/payout-batches/batch-case.ts'
import { writeBatchFile } from '#main/engine/queries/payout-batches/batch-file.ts'
import {
  batchFormats,
  previewBatch,
  readBatchCandidates,
  readPayday,
} from '#main/engine/queries/payout-batches/candidates.ts'
import { listPayoutBatches } from '#main/engine/queries/payout-batches/list-batches.ts'
import { listPaymentTemplates } from '#main/engine/queries/payout-batches/payment-templates.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { valueText } from '#shared/values/value-text.ts'
import { reasonInWords } from '#shared/words/bank-answers.ts'
import {
  approvedPayout,
  approvedRefund,
  samplePaymentTemplate,
  samplePayoutBatch,
} from '#test/integration/platform/sample-batches.ts'
import { samplePayout } from '#test/integration/platform/sample-payouts.ts'
import { newUlid, sampleAccount, sampleLine } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const said = { at: '2026-11-24T02:00:00.000Z', by: ACCOUNT.id, byName: ACCOUNT.name }
const account = sampleAccount()
const dollars = sampleAccount({ currency: 'USD', number: '0200001109024000001' })
const payout = approvedPayout()
const refund = approvedRefund({ providerName: '广州数澜信息技术有限公司' })
const mine = approvedPayout({ approvals: [said] })
const waiting = samplePayout({ status: 'verified', amount: 777 })
const other = approvedPayout({ marketplace: 'ksyun', amount: 5_000 })
const onItsWay = approvedRefund({ providerName: '深圳远景软件有限公司' })
const batched: DepositObligation = {
  ...onItsWay,
  entries: [
    ...onItsWay.entries,
    {
      ...{ kind: 'refund-in-batch', amount: 0, batch: newUlid(), paying: 300_000 },
      ...{ endToEndId: 'FK1-1', ...said },
    },
  ],
}
const onHold = approvedRefund({ providerName: '杭州存疑科技有限公司' })
const held: DepositObligation = {
  ...onHold,
  entries: [...onHold.entries, { kind: 'refund-hold', amount: 0, reason: '投诉核查中', ...said }],
}
const draft = samplePayoutBatch()
const [icbc] = KNOWN_TEMPLATES
if (icbc === undefined) throw new Error('there is a template')
const workbook = samplePayoutBatch({
  ...{ number: 'FK20261127-0A1B2C3E', createdAt: '2026-11-27T03:00:00.000Z' },
  ...{ format: { kind: 'template', template: icbc }, file: { hash: 'f'.repeat(64), ...said } },
})
const [payment] = draft.payments
if (payment === undefined) throw new Error('the sample has a payment')
const tooLong = samplePayoutBatch({
  ...{ number: 'FK20261127-0A1B2C3F', createdAt: '2026-11-27T01:00:00.000Z' },
  payments: [{ ...payment, payee: { ...payment.payee, name: '长'.repeat(61) } }],
})
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
  desk.put('bankAccount', [account, dollars])
  desk.put('payoutRequest', [payout, mine, waiting, other])
  desk.put('depositObligation', [refund, batched, held])
  desk.put('payoutBatch', [draft, workbook, tooLong])
  desk.index()
})
afterAll(() => desk.close())

const window = { after: null, limit: 50, sort: { column: 'createdAt', descending: true } } as const

describe('what may go into a batch', () => {
  it('is what is approved in the marketplace of the account, payouts and refunds together', () => {
    const { candidates, accounts } = readBatchCandidates(desk.desk(), account.id)
    expect(accounts.map(({ id }) => id)).toEqual([account.id])
    const free = candidates.filter(({ leftOut }) => leftOut === null)
    expect(free.map(({ source }) => source)).toEqual([
      { kind: 'payout', id: payout.id },
      { kind: 'refund', id: refund.id },
    ])
  })

  it('says what is left out and why', () => {
    const { candidates, waiting: verified, elsewhere } = readBatchCandidates(desk.desk(), account.id)
    const left = candidates.flatMap(({ source, leftOut }) => (leftOut === null ? [] : [[source.id, leftOut]]))
    expect(left).toEqual([
      [mine.id, 'approved-by-you'],
      [batched.id, 'in-batch'],
      [held.id, 'on-hold'],
    ])
    expect(verified).toEqual({ count: 1, total: 777 })
    expect(elsewhere).toEqual({ count: 1, total: 5_000 })
  })

  it('is paid on a day that banks work, else the next one is told, and nothing of a year without a table', () => {
    expect(readPayday(desk.desk(), '2026-11-27')).toEqual({ isWorked: true, next: '2026-11-27' })
    expect(readPayday(desk.desk(), '2026-11-28')).toEqual({ isWorked: false, next: '2026-11-30' })
    expect(readPayday(desk.desk(), '2031-03-03').isWorked).toBeNull()
  })

  it('has its totals and warnings before it is made', () => {
    const question = { accountId: account.id, executeOn: '2026-11-30', format: { kind: 'pain.001' as const } }
    const sources = [
      { kind: 'payout' as const, id: payout.id },
      { kind: 'refund' as const, id: refund.id },
    ]
    const { count, total, problems } = previewBatch(desk.desk(), { ...question, sources })
    expect({ count, total }).toEqual({ count: 2, total: payout.amount + 300_000 })
    expect(problems).toMatchObject([
      { code: 'bank-code-missing', severity: 'should', payee: '广州数澜信息技术有限公司' },
    ])
  })

  it('is written by the template that was set last for a bank, on its way or not', () => {
    const own = samplePaymentTemplate()
    desk.put('paymentTemplate', [
      own,
      samplePaymentTemplate({ number: 2, template: { ...own.template, sheet: '代付' } }),
    ])
    const ccb = batchFormats(desk.desk()).find(
      (each) => each.kind === 'template' && each.template.id === 'ccb',
    )
    expect(ccb).toMatchObject({ template: { sheet: '代付' } })
    const here = listPaymentTemplates(desk.desk())
    expect(here.map(({ template, history }) => [template.id, history.map(({ number }) => number)])).toEqual([
      ['icbc', []],
      ['ccb', [2, 1]],
      ['cmb', []],
    ])
    expect(here[1]?.standard?.sheet).toBe('批量付款')
  })

  it('is written in the form of a bank, or as pain.001', () => {
    expect(batchFormats(desk.desk()).map(({ kind }) => kind)).toEqual([
      'template',
      'template',
      'template',
      'pain.001',
    ])
  })

  it('has a history that says what each template changed of the one before it, the first of what came with the program', () => {
    const { template } = samplePaymentTemplate()
    const [first, second, ...others] = template.columns
    if (first === undefined || second === undefined) throw new Error('a template has columns')
    const swapped = { ...template, columns: [second, first, ...others] }
    const longer = { ...swapped, columns: [second, { ...first, maxLength: 20 }, ...others] }
    const added = { ...template, id: 'boc', name: '中国银行' }
    desk.put('paymentTemplate', [
      samplePaymentTemplate({ number: 3, template }),
      samplePaymentTemplate({ number: 4, template: swapped }),
      samplePaymentTemplate({ number: 5, template: longer }),
      samplePaymentTemplate({ template: added }),
    ])
    const here = listPaymentTemplates(desk.desk())
    const historyOf = (bank: string) =>
      here
        .find((each) => each.template.id === bank)
        ?.history.map(({ number, changes }) => [
          number,
          changes?.map(({ label, seen, current }) =>
            [label.zh, valueText(seen, 'zh'), valueText(current, 'zh')].join(' | '),
          ) ?? null,
        ]) ?? []
    const [fifth, fourth, third, , beginning] = historyOf('ccb')
    expect(fifth).toEqual([5, [expect.stringMatching(/^列 \| .*\| .*20/)]])
    expect(fourth).toEqual([4, [expect.stringContaining(`1 ${second.heading}`)]])
    expect(third).toEqual([3, [expect.stringContaining('工作表 | 代付 | 批量付款')]])
    expect(beginning).toEqual([1, [expect.stringMatching(/^列 \| .*备注.*\| .*备注.*用途/)]])
    expect(historyOf('boc')).toEqual([[1, null]])
  })
})

describe('a batch', () => {
  it('is found by its number and by whom it pays, the newest first', () => {
    const found = (text: string) =>
      listPayoutBatches(desk.desk(), { ...window, filter: { statuses: [], marketplaces: [], text } }).rows
    expect(found('').map(({ number }) => number.slice(-1))).toEqual(['E', 'D', 'F'])
    expect(found(draft.number)).toMatchObject([{ id: draft.id, count: 1, total: 1_200_000, status: 'draft' }])
    expect(found('云栈')).toHaveLength(3)
  })

  it('has the same file whenever it is asked for, and another day changes nothing', async () => {
    const { hash } = await writeBatchFile(desk.desk(), draft.id)
    desk.put('payoutBatch', [{ ...draft, file: { hash, ...said } }])
    const first = await writeBatchFile(desk.desk(), draft.id)
    desk.time.now += 400 * 86_400_000
    const again = await writeBatchFile(desk.desk(), draft.id)
    desk.time.now -= 400 * 86_400_000
    desk.put('payoutBatch', [draft])
    expect(again).toEqual(first)
    const bytes = Buffer.from(first.file?.base64 ?? '', 'base64')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
    expect(first).toMatchObject({ refused: null, hash, file: { fileName: `${draft.number}.xml` } })
  })

  it('offers what it did not pay for another, and says what of it waits to be approved anew', () => {
    const [again, anew] = [
      approvedPayout(),
      approvedPayout({ status: 'verified', approvals: [], amount: 70_000 }),
    ]
    const failed = { reason: '户名不符', lineId: null, at: said.at }
    const of = (request: { readonly id: string; readonly amount: number }, at: number) => ({
      ...{ ...payment, endToEndId: `FK20261125-0A1B2C50-${at}`, amount: request.amount, failed },
      source: { kind: 'payout' as const, id: request.id },
    })
    const number = 'FK20261125-0A1B2C50'
    const answered = samplePayoutBatch({
      ...{ number, createdAt: '2026-11-25T03:00:00.000Z', payments: [of(again, 1), of(anew, 2)] },
      ...{ file: { hash: 'c'.repeat(64), ...said }, sent: said },
    })
    desk.put('payoutRequest', [again, anew])
    desk.put('payoutBatch', [answered])
    expect(readPayoutBatchCase(desk.desk(), answered.id).again).toEqual({
      payments: [{ source: { kind: 'payout', id: again.id }, amount: again.amount }],
      waiting: { count: 1, total: 70_000 },
    })
    // What came of it since is in no other test.
    desk.put(
      'payoutRequest',
      [again, anew].map((each) => ({ ...each, status: 'cancelled' as const })),
    )
  })

  it('gives out no file before its hash is confirmed on record', async () => {
    expect(await writeBatchFile(desk.desk(), draft.id)).toMatchObject({ file: null, refused: null })
  })

  it('gives out its file no more once it was given up: what it paid may be in another', async () => {
    const { hash } = await writeBatchFile(desk.desk(), draft.id)
    const out = { ...draft, file: { hash, ...said } }
    desk.put('payoutBatch', [{ ...out, dropped: { reason: '金额有误', ...said } }])
    const asked = await writeBatchFile(desk.desk(), draft.id)
    desk.put('payoutBatch', [draft])
    expect(asked).toMatchObject({ file: null, refused: 'dropped' })
  })

  it('gives out no other file than the one that was written', async () => {
    expect(await writeBatchFile(desk.desk(), workbook.id)).toMatchObject({ file: null, refused: 'differs' })
  })

  it('has its first file only while the platform answers: nobody may give it up meanwhile', () => {
    const about = { recordId: draft.id, expectedVersion: draft.version, seenDigest: null }
    const written = { ...about, type: 'payout.export-batch', arguments: { hash: 'a'.repeat(64) } } as const
    const { outbox } = desk.desk().workspace
    expect(() => outbox.enqueue(written)).toThrow(expect.objectContaining({ code: 'offline' }))
    expect(outbox.waiting()).toEqual([])
  })

  it('gives out no file that a bank would refuse', async () => {
    expect(readPayoutBatchCase(desk.desk(), tooLong.id).problems).toMatchObject([
      { code: 'name-too-long', severity: 'must' },
    ])
    expect(await writeBatchFile(desk.desk(), tooLong.id)).toMatchObject({ file: null, refused: 'problems' })
  })

  it('is decided about by finance as far as it stands', () => {
    expect(readPayoutBatchCase(desk.desk(), draft.id).allowed).toEqual([
      'payout.export-batch',
      'payout.drop-batch',
    ])
    expect(readPayoutBatchCase(desk.desk(), workbook.id).allowed).toContain('payout.mark-sent')
  })
})

describe("the bank's answer", () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const pain002 = (messageId: string, transactions: string) =>
    base64(
      `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>` +
        `<OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId></OrgnlGrpInfAndSts>` +
        `<OrgnlPmtInfAndSts>${transactions}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`,
    )
  const rejected = (reference: string) =>
    `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>RJCT</TxSts>` +
    `<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>`

  it('is read of each payment of the batch, with its reason', async () => {
    const given = { id: draft.id, base64: pain002(draft.number, rejected(payment.endToEndId)) }
    expect(await readBatchAnswer(desk.desk(), given)).toMatchObject({
      kind: 'read',
      answers: [{ endToEndId: payment.endToEndId, status: 'rejected', said: 'RJCT', reason: 'AC04' }],
      remarks: [],
    })
  })

  it('to another batch is refused, and leads to that batch', async () => {
    const other = { id: workbook.id, number: workbook.number }
    const message = pain002(workbook.number, rejected(`${workbook.number}-1`))
    const table = base64(`业务参考号,交易状态\n${workbook.number}-1,失败\n`)
    for (const answer of [message, table]) {
      expect(await readBatchAnswer(desk.desk(), { id: draft.id, base64: answer })).toEqual({
        ...{ kind: 'another-batch', batch: other },
      })
    }
    const unknown = await readBatchAnswer(desk.desk(), {
      id: draft.id,
      base64: pain002('FK-0', rejected('FK-0-1')),
    })
    expect(unknown).toEqual({ kind: 'another-batch', batch: null })
  })

  it('without references that is on record for another batch says so: its payments may be that one’s', async () => {
    const table = base64(`收款账号,金额,交易状态\n${payment.payee.account},12000.00,成功\n`)
    const fileHash = createHash('sha256').update(Buffer.from(table, 'base64')).digest('hex')
    expect(await readBatchAnswer(desk.desk(), { id: draft.id, base64: table })).toMatchObject({
      ...{ kind: 'read', fileHash, remarks: [] },
    })
    const before = samplePayoutBatch({
      ...{ number: 'FK20261026-0A1B2C50', answers: [{ fileHash, fileName: '回盘.xls', ...said }] },
    })
    desk.put('payoutBatch', [before])
    expect(await readBatchAnswer(desk.desk(), { id: draft.id, base64: table })).toMatchObject({
      remarks: [{ zh: expect.stringContaining('FK20261026-0A1B2C50') }],
    })
  })

  it('that names other payments too says so of each, and of those it does not name nothing', async () => {
    const table = `业务参考号,交易状态,失败原因\n${payment.endToEndId},成功,\nFK-9,失败,户名不符\n`
    expect(await readBatchAnswer(desk.desk(), { id: draft.id, base64: base64(table) })).toMatchObject({
      ...{ kind: 'read', answers: [{ status: 'accepted', said: '成功' }] },
      remarks: [{ zh: 'FK-9：本批次没有这一笔' }],
    })
  })

  it.each([
    ['a picture', base64('%PDF-1.7 ...'), '图片或 PDF'],
    ['a table without a status', base64('名称,金额\n甲,1.00\n'), '无法识别'],
    ['torn XML', base64('<?xml version="1.0"?><Document>'), 'XML 不完整'],
  ])('is not %s, which is refused in words', async (_, file, why) => {
    const read = await readBatchAnswer(desk.desk(), { id: draft.id, base64: file })
    expect(read).toMatchObject({ kind: 'refused', why: { zh: expect.stringContaining(why) } })
  })

  it("that is a workbook is read as the bank's template says it today", async () => {
    const table = base64(`自定义序号,落地情况\n${payment.endToEndId},入账\n`)
    const asked = { id: workbook.id, base64: table }
    expect(await readBatchAnswer(desk.desk(), asked)).toMatchObject({ kind: 'refused' })
    const answer = {
      columns: { reference: [], status: ['落地情况'], reason: [], account: [], amount: [] },
      words: { accepted: ['入账'], pending: [], rejected: [] },
    }
    desk.put('paymentTemplate', [samplePaymentTemplate({ template: { ...icbc, answer } })])
    expect(await readBatchAnswer(desk.desk(), asked)).toMatchObject({
      ...{ kind: 'read', answers: [{ status: 'accepted', said: '入账' }] },
    })
    const [told] = listPaymentTemplates(desk.desk())
    expect(told?.history[0]?.changes?.map(({ label }) => label.zh)).toEqual([
      '银行回盘 · 状态列',
      '银行回盘 · 表示成功的状态',
    ])
  })

  it('has the code of a reason in words, and words as they are', () => {
    expect(reasonInWords('AC04').zh).toBe('账户已销户（AC04）')
    expect(reasonInWords('AC04 账户已销户').zh).toBe('账户已销户（AC04）')
    expect(reasonInWords('AC01 no such account').en).toBe(
      'The account number is wrong (AC01 no such account)',
    )
    expect(reasonInWords('户名不符').zh).toBe('户名不符')
    expect(reasonInWords('toString').zh).toBe('toString')
  })
})

describe('a line of the statement', () => {
  const sent = { ...said, at: '2026-11-26T02:00:00.000Z' }
  const paidWhole = { ...payment, endToEndId: 'FK20261126-0A1B2C40-1' }
  const second = { ...paidWhole, endToEndId: 'FK20261126-0A1B2C40-2', amount: 300_000 }
  const withBank = samplePayoutBatch({
    ...{
      number: 'FK20261126-0A1B2C40',
      accountId: account.id,
      file: { hash: 'a'.repeat(64), ...sent },
      sent,
    },
    payments: [paidWhole, { ...second, source: { kind: 'payout', id: newUlid() } }],
  })
  const named = (name: string, amount: number, at: number): PayoutBatch['payments'][number] => ({
    ...{ ...payment, endToEndId: `FK20261126-0A1B2C41-${at}`, providerName: name, amount },
    ...{
      source: { kind: 'payout', id: newUlid() },
      payee: { ...payment.payee, name, account: `6222${amount}` },
    },
  })
  const all = samplePayoutBatch({
    ...{
      number: 'FK20261126-0A1B2C41',
      accountId: account.id,
      file: { hash: 'b'.repeat(64), ...sent },
      sent,
    },
    payments: [named('天津甲乙软件有限公司', 900_000, 1), named('重庆丙丁科技有限公司', 800_000, 2)],
  })
  const out = (amount: number, change: Partial<BankLine> = {}) =>
    sampleLine({
      ...{ accountId: account.id, direction: 'out', side: 'debit', amount, serial: newUlid() },
      ...{ counterpartyName: payment.payee.name, counterpartyAccount: payment.payee.account },
      ...{ summary: '转账支出', purpose: '2026-10结算付款', remark: '', ...change },
    })
  const one = out(1_200_000)
  const both = out(1_500_000)
  const less = out(1_000_000)
  const other = out(1_200_000, {
    counterpartyName: '上海别家有限公司',
    counterpartyAccount: '31050161000000000001',
  })
  const requestsOf = (line: BankLine) =>
    readLineCase(desk.desk(), line.id).proposal?.map(({ target }) =>
      target.kind === 'payout' ? target.requestId : target.kind,
    )

  beforeAll(() => {
    desk.put('payoutBatch', [withBank, all])
    desk.put('bankLine', [one, both, less, other])
  })

  it('that has the name and amount of a payment that was sent is suggested to be it, with its batch', () => {
    expect(readLineCase(desk.desk(), one.id).candidates[0]).toMatchObject({
      ...{ kind: 'payout', requestId: paidWhole.source.id, due: 1_200_000 },
      batch: { id: withBank.id, number: withBank.number },
    })
    expect(requestsOf(one)).toEqual([paidWhole.source.id])
  })

  it('that has the sum of several payments to one payee is suggested to pay all of them', () => {
    expect(requestsOf(both)?.toSorted()).toEqual(withBank.payments.map(({ source }) => source.id).toSorted())
  })

  it('is given to a payout by hand, found by whom it pays or by the number of its batch', () => {
    const found = (text: string, line = other) =>
      findTargets(desk.desk(), { id: line.id, text }).flatMap((each) =>
        each.kind === 'payout' ? [each.requestId] : [],
      )
    expect(found(all.number).toSorted()).toEqual(all.payments.map(({ source }) => source.id).toSorted())
    expect(found('丙丁')).toEqual([all.payments[1]?.source.id])
    const incoming = sampleLine({ accountId: account.id, direction: 'in', side: 'credit' })
    desk.put('bankLine', [incoming])
    expect(found('丙丁', incoming)).toEqual([])
  })

  it('of another amount or payee is not taken for one by itself', () => {
    expect(requestsOf(less)).toBeUndefined()
    expect(requestsOf(other)).toBeUndefined()
    expect(readLineCase(desk.desk(), other.id).candidates.filter(({ kind }) => kind === 'payout')).toEqual([])
  })

  it('of the whole batch in one amount, which names nobody we pay, is suggested to pay all of it', () => {
    const bank = { counterpartyName: '批量付款过渡户', counterpartyAccount: '', purpose: '批量付款' }
    const whole = out(1_700_000, bank)
    const alone = out(1_700_000, { ...bank, accountId: dollars.id })
    desk.put('bankLine', [whole, alone])
    const [paying] = all.payments
    expect(requestsOf(whole)).toEqual(all.payments.map(({ source }) => source.id))
    expect(readLineCase(desk.desk(), whole.id).proposal?.[0]).toMatchObject({
      ...{ target: { requestId: paying?.source.id }, amount: 900_000 },
      reasons: ['third-party-payer', 'amount-of-several'],
    })
    expect(requestsOf(alone)).toBeUndefined()
  })

  it('is suggested nothing that a line shows already, or that failed', () => {
    const at = { at: '2026-11-27T02:00:00.000Z' }
    const [first, ...others] = withBank.payments.map((each) => ({ ...each }))
    if (first === undefined) throw new Error('there are payments')
    const payments = [
      { ...first, paidBy: { lineId: newUlid(), ...at } },
      ...others.map((each) => ({ ...each, failed: { reason: '户名不符', lineId: null, ...at } })),
    ]
    desk.put('payoutBatch', [{ ...withBank, version: 2, payments }])
    expect(readLineCase(desk.desk(), one.id).candidates).toEqual([])
    desk.put('payoutBatch', [{ ...withBank, version: 3 }])
  })
})
