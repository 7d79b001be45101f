import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cliReading } from './cli-run.ts'

const file = new URL('../../fixtures/cases/deposit.json', import.meta.url)
const caseSchema = z.array(z.object({ id: z.string(), input: z.unknown(), expected: z.unknown() }))
const cases = z
  .array(z.object({ id: z.string(), kind: z.string(), input: z.unknown(), expected: z.unknown() }))
  .parse(JSON.parse(readFileSync(file, 'utf8')))

async function evaluate(matter: string, marketplace: string, inputs: unknown, ...more: readonly string[]) {
  const { code, out, errors } = await cliReading(
    JSON.stringify(inputs),
    ...['policy', 'eval', matter, '--marketplace', marketplace, ...more],
  )
  return { code, errors, results: out === '' ? null : (JSON.parse(out) as unknown) }
}

describe('marketdesk policy eval', () => {
  it.each([
    ['alibaba', 'deposit', 'aliyun'],
    ['kubesphere', 'deposit', 'kubesphere'],
    ['refund', 'deposit-refund', 'kubesphere'],
  ])('the worked cases of %s come out', async (kind, matter, marketplace) => {
    const own = cases.filter((each) => each.kind === kind)
    expect(own.length).toBeGreaterThan(10)
    const { code, results } = await evaluate(
      matter,
      marketplace,
      own.map(({ input }) => input),
    )
    expect(code).toBe(0)
    expect(results).toEqual(own.map(({ expected }) => expected))
  })

  it.each([
    ['kubesphere-fee', ['fee', '--marketplace', 'kubesphere']],
    ['commission', ['commission', '--marketplace', 'aliyun']],
    ['payout', ['payout', '--marketplace', 'kubesphere']],
    ['tax-split', ['tax-split']],
  ])('the worked cases of %s come out, each by the pack of its own day', async (name, args) => {
    const own = caseSchema.parse(
      JSON.parse(readFileSync(new URL(`../../fixtures/cases/${name}.json`, import.meta.url), 'utf8')),
    )
    expect(own.length).toBeGreaterThan(40)
    const asked = JSON.stringify(own.map(({ input }) => input))
    const { code, out } = await cliReading(asked, 'policy', 'eval', ...args)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(own.map(({ expected }) => expected))
  })

  it('a bill of metered use: what the rules give, what differs, what fits it, and what cannot be reckoned', async () => {
    const bands = [{ up_to: '3', unit_price: '0.3' }, { unit_price: '0.2' }]
    const bill = { price: { mode: 'step', bands }, usage: [{ quantity: '8' }], billed: '1.60' }
    const flat = { price: { mode: 'fixed', bands }, usage: [] }
    const { code, results } = await evaluate('metering', 'huawei', [bill, flat])
    expect(code).toBe(0)
    const counted = { used: '8', in_packages: '0', charged: '8', repeats: 0, late: 0 }
    expect(results).toEqual([
      { status: 'ok', ...counted, amount: '1.90', difference: '-0.30', causes: ['as-tier'] },
      { status: 'bad_price' },
    ])
    expect((await evaluate('metering', 'ksyun', [bill])).results).toEqual([{ status: 'not_metered' }])
    const explained = await evaluate('metering', 'huawei', [bill], '--explain')
    expect(JSON.stringify(explained.results)).toContain('0.3*3+0.2*5=1.90')
  })

  it('shares of cash: an order each, and the bill of a month by type of product and rate of tax', async () => {
    const paid = { paid_at: '2023-05-10T10:00:00+08:00', starts_at: '2023-05-10T10:00:00+08:00' }
    const order = { ...paid, repaid_at: paid.paid_at, product_type: 'saas', mode: 'joint', share_percent: 70 }
    const { results } = await evaluate('fee', 'huawei', [
      {
        month: '2023-05',
        orders: [
          { ...order, id: '1', cash: '2000.00', tax_percent: 6 },
          { ...order, id: '2', cash: '100.01', tax_percent: 13 },
          { ...order, id: '3', cash: '5.00', repaid_at: null },
        ],
      },
    ])
    const billed = { effective_on: '2023-05-10', billed_in: '2023-05' }
    expect(results).toEqual([
      {
        orders: [
          { id: '1', ...billed, share: '1400.00', fee: '600.00' },
          { id: '2', ...billed, share: '70.01', fee: '30.00' },
          { id: '3', status: 'not_repaid' },
        ],
        bill: {
          types: [{ type: 'saas', share: '1470.01', billed: true }],
          by_tax_rate: { '6': '1400.00', '13': '70.01' },
        },
      },
    ])
  })

  it('where a month decides, no order has a fee of its own', async () => {
    expect((await evaluate('fee', 'aliyun', [{}])).results).toEqual([{ status: 'no_fee_by_order' }])
  })

  it('a negative order that names no order it takes back from is refused with the place', async () => {
    const order = { id: '1', paid_at: '2024-02-01T09:00:00+08:00', amount: '-1.00' }
    const { code, errors } = await evaluate('fee', 'kubesphere', [{ orders: [order] }])
    expect(code).toBe(2)
    expect(errors).toContain('refund_of')
  })

  it.each([
    ['ksyun', { status: 'amount_not_configured', required: null }],
    ['huawei', { status: 'no_deposit_stated', required: null }],
  ])('%s: nothing is guessed', async (marketplace, result) => {
    expect(await evaluate('deposit', marketplace, [{ categories: ['基础软件'] }])).toMatchObject({
      code: 0,
      results: [result],
    })
  })

  it('a category is known by id, name or the word of the source, and an unknown one is named', async () => {
    const inputs = [{ categories: ['api', 'API', 'API市场', '服务'] }, { categories: ['安全', '月球市场'] }]
    expect((await evaluate('deposit', 'aliyun', inputs)).results).toEqual([
      { status: 'ok', required: '60000.00' },
      { status: 'unknown_category', required: null, unknown: ['月球市场'] },
    ])
  })

  it('--explain adds the rules with quote, inputs and what they gave', async () => {
    const input = { joined: '2023-10-20', listed: '2023-10-20', headcount: 50, free_or_open_source: false }
    const { results } = await evaluate(
      'deposit',
      'kubesphere',
      [{ ...input, as_of: '2024-10-21' }],
      '--explain',
    )
    expect(results).toMatchObject([
      {
        due_date: '2024-10-25',
        explanation: [
          {
            rule: 'deposit.amount',
            reading: false,
            pack: { marketplace: 'kubesphere', effectiveFrom: '2023-10-20' },
            gives: { required: 500_000 },
            inWords: [{ zh: '应缴：¥5,000.00', en: 'Required: ¥5,000.00' }],
          },
          { rule: 'deposit.waiver.policy-1', gives: { freeUntil: '2024-10-20', dueOn: '2024-10-25' } },
          { rule: 'deposit.waiver.policy-1.clock', reading: true },
        ],
      },
    ])
  })

  it('a violation and a cooperation that goes on stand in the way of a refund', async () => {
    const input = { delistings: ['2024-11-30'], still_listed: 0, violation: false, as_of: '2026-01-01' }
    const inputs = [{ ...input, violation: true }, { ...input, cooperation_ended_on: null }, input]
    expect((await evaluate('deposit-refund', 'kubesphere', inputs)).results).toEqual([
      { refund_from: null, state: 'violation' },
      { refund_from: null, state: 'cooperation_not_ended' },
      { refund_from: '2025-03-01', state: 'refundable' },
    ])
  })

  it('--schema prints the shapes of inputs and results', async () => {
    for (const matter of ['deposit', 'deposit-refund']) {
      const { code, out } = await cliReading('', 'policy', 'eval', matter, '--schema')
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ input: { type: 'array' }, result: { type: 'array' } })
    }
  })

  it.each<[string, unknown, string]>([
    ['no array', { categories: [] }, 'no array of inputs'],
    ['a field is missing', [{}], '0.categories'],
    ['a field is misspelt', [{ categories: [], categorys: [] }], 'categorys'],
  ])('%s: ends with 2 and says where', async (_why, inputs, place) => {
    const { code, errors } = await evaluate('deposit', 'aliyun', inputs)
    expect(code).toBe(2)
    expect(errors).toContain(place)
  })

  it('input that is no JSON, a day out of reach or an unknown marketplace ends with 2', async () => {
    expect((await cliReading('{', 'policy', 'eval', 'deposit', '--marketplace', 'aliyun')).code).toBe(2)
    expect((await cliReading('[]', 'policy', 'eval', 'deposit', '--marketplace', 'nowhere')).code).toBe(2)
    expect((await cliReading('[]', 'policy', 'eval', 'deposit')).errors).toContain('--marketplace is needed')
    const far = { delistings: ['9999-12-31'], still_listed: 0, violation: false, as_of: '2026-01-01' }
    expect((await evaluate('deposit-refund', 'kubesphere', [far])).code).toBe(2)
  })
})
