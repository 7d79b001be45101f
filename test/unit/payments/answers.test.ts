import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldName } from '#shared/bank-statements/table/fold-name.ts'
import type { Grid } from '#shared/bank-statements/table/grid.ts'
import { answerMappingOf, USUAL_ANSWER } from '#shared/payments/answer-mapping.ts'
import type { BankAnswer } from '#shared/payments/bank-answer.ts'
import { type Reading, readBankAnswer } from '#shared/payments/read-payment-file.ts'
import { resolveAnswer } from '#shared/payments/resolve-answer.ts'
import { mutate, mutation } from '../bank-statements/mutate.ts'
import { EXAMPLE } from './orders.ts'

function reading(source: string | Uint8Array): Promise<Reading<BankAnswer>> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  return readBankAnswer(bytes, [USUAL_ANSWER], () => Promise.resolve<readonly Grid[] | null>(null))
}

async function answer(source: string): Promise<BankAnswer> {
  const result = await reading(source)
  if (result.kind === 'refused') throw new Error(result.reason)
  return result.file
}

const tag = (name: string, content: string) => (content === '' ? '' : `<${name}>${content}</${name}>`)
const reason = (code: string, info = '') =>
  tag('StsRsnInf', tag('Rsn', tag('Cd', code)) + tag('AddtlInf', info))
const transaction = (reference: string, status: string, why = '') =>
  tag('TxInfAndSts', tag('OrgnlEndToEndId', reference) + tag('TxSts', status) + why)
const information = (status: string, ...parts: readonly string[]) =>
  tag('OrgnlPmtInfAndSts', `<OrgnlPmtInfId>1</OrgnlPmtInfId>${tag('PmtInfSts', status)}${parts.join('')}`)
/** As banks write it, the attribute in the wrong case among them. */
const report = (group: string, ...informations: readonly string[]) =>
  `<?xml version="1.0"?><Document Xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>${tag(
    'OrgnlGrpInfAndSts',
    `<OrgnlMsgId>B20261121-0001</OrgnlMsgId>${group}`,
  )}${informations.join('')}</CstmrPmtStsRpt></Document>`
const group = (status: string) => tag('GrpSts', status)

describe('a pain.002', () => {
  test('says of each payment what its own status is, before that of the message', async () => {
    const read = await answer(
      report(
        group('PART'),
        information('PART', transaction('A', 'ACSC'), transaction('B', 'RJCT', reason('AC04', '账户已销户'))),
      ),
    )
    expect(read).toMatchObject({ kind: 'pain.002.001.03', messageId: 'B20261121-0001', problems: [] })
    expect(read.payments).toMatchObject([
      { reference: 'A', status: 'accepted', reason: '' },
      { reference: 'B', status: 'rejected', reason: 'AC04 账户已销户' },
    ])
    expect(read.others).toBeNull()
  })

  test.each([
    ['ACCC', 'accepted'],
    ['ACCP', 'accepted'],
    ['ACSP', 'accepted'],
    ['ACSC', 'accepted'],
    ['ACTC', 'pending'],
    ['PDNG', 'pending'],
    ['RCVD', 'pending'],
    ['RJCT', 'rejected'],
  ])('that says %s says %s', async (code, status) => {
    const { payments } = await answer(report(group('PART'), information('', transaction('A', code))))
    expect(payments).toMatchObject([{ status, said: code }])
  })

  test('without a status of the payment says that of its information, and without one that of the group', async () => {
    const ofInformation = await answer(report(group('ACTC'), information('RJCT', transaction('A', ''))))
    expect(ofInformation.payments).toMatchObject([{ reference: 'A', status: 'rejected' }])
    const ofGroup = await answer(report(group('RJCT'), information('', transaction('A', ''))))
    expect(ofGroup.payments).toMatchObject([{ reference: 'A', status: 'rejected' }])
  })

  test('that names no payment speaks for all of them', async () => {
    const read = await answer(report(group('RJCT') + reason('NARR', '<![CDATA[MsgId & duplicate]]>')))
    expect(read).toMatchObject({
      payments: [],
      others: { status: 'rejected', said: 'RJCT', reason: 'NARR MsgId & duplicate' },
      problems: [],
    })
  })

  test('of which two informations differ speaks for no payment that it does not name', async () => {
    const read = await answer(report(group('ACCP'), information('ACCP'), information('RJCT')))
    expect(read.others).toBeNull()
  })

  test('that names no payment and says PART says nothing, and that is told', async () => {
    const read = await answer(report(group('PART')))
    expect(read.problems.map(({ code }) => code)).toEqual(['nothing-answered'])
  })

  test('with a code that nobody knows leaves the status to a person', async () => {
    const read = await answer(report('', information('', transaction('A', 'constructor'))))
    expect(read.payments).toMatchObject([{ status: null, said: 'constructor' }])
    expect(read.problems).toMatchObject([{ code: 'status-unknown', place: 'A', found: 'constructor' }])
  })

  test('that answers one payment in two ways says so', async () => {
    const read = await answer(report('', information('', transaction('A', 'ACSC'), transaction('A', 'RJCT'))))
    expect(read.problems).toMatchObject([{ code: 'answered-twice', place: 'A', found: 'ACSC / RJCT' }])
  })

  test('torn anywhere never fails', async () => {
    const original = new TextEncoder().encode(
      report(
        group('PART'),
        information('PART', transaction('A', 'ACSC'), transaction('B', 'RJCT', reason('AC04', '销户'))),
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const result = await reading(mutations.reduce(mutate, original))
        if (result.kind === 'read')
          expect(result.file.payments.every(({ said }) => typeof said === 'string')).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

const RESULT = `批量付款结果
业务参考号,收款人账号,收款人名称,金额,交易状态,失败原因
PO-2026-10-000123,44050100000000002,广州提现云服务有限公司,"123,456.78",银行支付成功,
PO-2026-10-000124,110906543210401,示例软件（北京）有限公司,10000.00,失败,收款账户户名不符
合计,,,"133,456.78",,
`

describe("a bank's result workbook", () => {
  test('is read by its columns, wherever the table begins, and its totals name no payment', async () => {
    const read = await answer(RESULT)
    expect(read).toMatchObject({ kind: 'workbook', problems: [] })
    expect(read.payments).toMatchObject([
      { reference: 'PO-2026-10-000123', status: 'accepted', amount: 123_456_78, reason: '' },
      { reference: 'PO-2026-10-000124', status: 'rejected', reason: '收款账户户名不符' },
    ])
  })

  test('with a word that nobody knows leaves the status to a person', async () => {
    const read = await answer(RESULT.replace('银行支付成功', '落地处理'))
    expect(read.payments[0]?.status).toBeNull()
    expect(read.problems).toMatchObject([
      { code: 'status-unknown', place: 'PO-2026-10-000123', found: '落地处理' },
    ])
  })

  test("by a company's own mapping says what that says", async () => {
    const own = {
      ...USUAL_ANSWER,
      name: '我行',
      columns: { ...USUAL_ANSWER.columns, reference: ['序列'], status: ['码'] },
      words: { accepted: ['0000'], pending: [], rejected: ['9001'] },
    }
    const bytes = new TextEncoder().encode('序列,账,码\nA,1,0000\nB,2,9001\n')
    const read = await readBankAnswer(bytes, [own, USUAL_ANSWER], () => Promise.resolve(null))
    expect(read).toMatchObject({ file: { payments: [{ status: 'accepted' }, { status: 'rejected' }] } })
  })

  test("by a bank's own names goes by them before the usual ones, and by its own meaning of a word", async () => {
    const none = { reference: [], status: [], reason: [], account: [], amount: [] }
    const own = answerMappingOf({
      columns: { ...none, status: ['落地'], reason: ['说明'] },
      words: { accepted: ['已受理'], pending: [], rejected: ['冲回'] },
    })
    const table = '参考号,状态,落地,说明\nA,失败,已受理,\nB,成功,冲回,户名\nC,成功,处理中,\nD,成功,成功,\n'
    const read = await readBankAnswer(new TextEncoder().encode(table), [own], () => Promise.resolve(null))
    expect(read).toMatchObject({
      file: {
        payments: [
          { reference: 'A', status: 'accepted' },
          { reference: 'B', status: 'rejected', reason: '户名' },
          { reference: 'C', status: 'pending' },
          { reference: 'D', status: 'accepted' },
        ],
      },
    })
    expect(answerMappingOf(undefined)).toBe(USUAL_ANSWER)
  })

  test('torn anywhere never fails, and never says of a payment what the bank has no word for', async () => {
    const original = new TextEncoder().encode(RESULT)
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
        const result = await reading(mutations.reduce(mutate, original))
        if (result.kind === 'refused') return
        for (const { status, said } of result.file.payments) {
          const known = status === null ? [] : USUAL_ANSWER.words[status]
          expect(status === null || known.map(foldName).includes(foldName(said))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('whose columns nobody knows is refused', async () => {
    expect(await reading('a,b,c\n1,2,3\n')).toEqual({ kind: 'refused', reason: 'another-file' })
  })
})

describe('an answer and the batch it answers', () => {
  test('meet by reference', async () => {
    const { answers, differences } = resolveAnswer(await answer(RESULT), EXAMPLE.payments, EXAMPLE.messageId)
    expect(answers.map(({ status }) => status)).toEqual(['accepted', 'rejected'])
    expect(differences).toEqual([])
  })

  test('meet by account and amount where the bank gives no reference', async () => {
    const without = RESULT.replaceAll(/PO-2026-10-00012\d/g, '')
    const { answers, differences } = resolveAnswer(await answer(without), EXAMPLE.payments, null)
    expect(answers.map(({ status }) => status)).toEqual(['accepted', 'rejected'])
    expect(differences).toEqual([])
  })

  test('do not meet by account and amount where two payments have both', async () => {
    const [first] = EXAMPLE.payments
    const twins = first === undefined ? [] : [first, { ...first, reference: 'B' }]
    const without = RESULT.replaceAll(/PO-2026-10-00012\d/g, '')
    const { answers, differences } = resolveAnswer(await answer(without), twins, null)
    expect(answers.map(({ status }) => status)).toEqual([null, null])
    expect(differences.map(({ code }) => code)).toContain('not-in-batch')
  })

  test('that is of another message say nothing of each other', async () => {
    const read = await answer(report(group('ACSC')))
    const { answers, differences } = resolveAnswer(read, EXAMPLE.payments, 'B20261122-0001')
    expect(answers.every(({ status }) => status === null)).toBe(true)
    expect(differences).toEqual([{ code: 'another-message', place: 'B20261121-0001' }])
  })

  test('of another amount are not taken', async () => {
    const read = await answer(RESULT.replace('10000.00', '1000.00'))
    const { answers, differences } = resolveAnswer(read, EXAMPLE.payments, null)
    expect(answers.map(({ status }) => status)).toEqual(['accepted', null])
    expect(differences.map(({ code }) => code)).toEqual(['amount-differs', 'not-answered'])
  })

  test('that speaks for all gives every payment that', async () => {
    const { answers } = resolveAnswer(
      await answer(report(group('RJCT'))),
      EXAMPLE.payments,
      EXAMPLE.messageId,
    )
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
