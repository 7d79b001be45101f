import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { writePaymentFile } from '#main/engine/payments/write-payment-file.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { EXAMPLE } from '../payments/orders.ts'
import { cli } from './cli-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'batch-'))
afterAll(() => rmSync(folder, { recursive: true }))

const XML = fileURLToPath(new URL('../../fixtures/payments/pain.001.001.09-cny.xml', import.meta.url))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const RESULT = file(
  'result.csv',
  '业务参考号,交易状态,失败原因\nPO-2026-10-000123,成功,\nPO-2026-10-000124,失败,户名不符\n',
)

describe('batch check', () => {
  test('counts and adds up a pain.001, and only warns of a check digit', async () => {
    const { code, out } = await cli('batch', 'check', XML, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      kind: 'pain.001.001.09',
      count: 2,
      total: '133456.78',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      problems: [
        {
          code: 'bank-code-unproven',
          severity: 'should',
          place: 'PO-2026-10-000123',
          found: '105581000013',
          message: { zh: expect.any(String), en: expect.any(String) },
        },
      ],
    })
  })

  test.each(KNOWN_TEMPLATES)('counts and adds up the workbook of $id', async (template) => {
    const { bytes, extension } = writePaymentFile(EXAMPLE, { kind: 'template', template })
    const { code, out } = await cli('batch', 'check', file(`${template.id}.${extension}`, bytes), '--json')
    expect([code, JSON.parse(out)]).toMatchObject([0, { kind: template.id, count: 2, total: '133456.78' }])
  })

  test('ends with 1 where a bank would refuse it, and says why in words', async () => {
    const twice = file(
      'twice.csv',
      '业务参考号,收款人编号,收款人账号,收款人名称,收方开户支行,收款人所在省,收款人所在市,收方邮件地址,收方移动电话,币种,付款分行,结算方式,业务种类,付方帐号,期望日,期望时间,用途,金额,收方行号,收方开户银行,业务摘要\n'.concat(
        'A,,1,甲,,,,,,,,,,9,20261128,,货款,1.00,102100099996,,\n'.repeat(2),
      ),
    )
    const { code, out } = await cli('batch', 'check', twice, '--lang', 'en')
    expect(code).toBe(1)
    expect(out).toContain('The reference stands twice')
  })

  test.each([
    ['a letter', 'Dear bank'],
    ['nothing', ''],
    [
      'a template kept as JSON',
      JSON.stringify({ columns: KNOWN_TEMPLATES[0]?.columns.map((each) => each.heading) }),
    ],
    ['a torn workbook', Buffer.from('PK\u0003\u0004torn')],
  ])('ends with 2 for %s', async (name, content) => {
    const { code, errors } = await cli('batch', 'check', file(name.replaceAll(' ', '-'), content), '--json')
    expect([code, errors]).toEqual([2, expect.stringContaining('marketdesk: ')])
  })

  test('ends with 2 where there is no such file', async () => {
    expect(await cli('batch', 'check', join(folder, 'none.xml'))).toMatchObject({ code: 2 })
  })
})

describe('batch answer', () => {
  test('prints an object a payment, and ends with 1 where one is rejected', async () => {
    const { code, out } = await cli('batch', 'answer', RESULT, '--json')
    expect(out.split('\n').map((line) => JSON.parse(line))).toEqual([
      { end_to_end_id: 'PO-2026-10-000123', status: 'accepted', reason: null },
      { end_to_end_id: 'PO-2026-10-000124', status: 'rejected', reason: '户名不符' },
    ])
    expect(code).toBe(1)
  })

  test('gives each payment of the batch what the bank says of all', async () => {
    const all = file(
      'all.xml',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>B20261121-0001</OrgnlMsgId><GrpSts>ACSC</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>',
    )
    expect((await cli('batch', 'answer', all, '--json')).out).toBe(
      '{"end_to_end_id":null,"status":"accepted","reason":null}',
    )
    const { code, out } = await cli('batch', 'answer', all, '--batch', XML, '--json')
    expect(out.split('\n').map((line) => JSON.parse(line).end_to_end_id)).toEqual([
      'PO-2026-10-000123',
      'PO-2026-10-000124',
    ])
    expect(code).toBe(0)
  })

  test("goes by what the template of the batch calls the columns of the bank's answer", async () => {
    const [first] = KNOWN_TEMPLATES
    if (first === undefined) throw new Error('there is a template')
    const template = {
      ...first,
      answer: {
        columns: { reference: [], status: ['落地情况'], reason: [], account: [], amount: [] },
        words: { accepted: ['入账'], pending: [], rejected: [] },
      },
    }
    const given = [
      ...['--batch', file('payments.xls', writePaymentFile(EXAMPLE, { kind: 'template', template }).bytes)],
      ...['--template', file('template.json', JSON.stringify(template)), '--json'],
    ]
    const result = file(
      'own-result.csv',
      '自定义序号,落地情况\nPO-2026-10-000123,入账\nPO-2026-10-000124,入账\n',
    )
    expect(await cli('batch', 'answer', result, '--json')).toMatchObject({ code: 2 })
    const { code, out } = await cli('batch', 'answer', result, ...given)
    expect([code, out.split('\n').map((line) => JSON.parse(line).status)]).toEqual([
      0,
      ['accepted', 'accepted'],
    ])
  })

  test('ends with 2 for a file of payments', async () => {
    expect(await cli('batch', 'answer', XML)).toMatchObject({ code: 2 })
  })
})
