import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { writePaymentFile } from '#main/engine/payments/write-payment-file.ts'
import { createOperator } from '#platform/auth/operators.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform } from '#test/contract/engine-platform.ts'
import { samplePaymentTemplate } from '#test/integration/platform/sample-batches.ts'
import { cli } from '#test/unit/cli/cli-run.ts'
import { EXAMPLE } from '#test/unit/payments/orders.ts'

/** As a bank that the program does not know has it. */
const OWN: BankTemplate = {
  ...samplePaymentTemplate().template,
  ...{ id: 'boc', name: '中国银行 代付', sheet: '代付' },
  columns: samplePaymentTemplate().template.columns.map((column) => ({
    ...column,
    heading: `代付 ${column.heading}`,
  })),
}

let platform: EnginePlatform
let folder: string
let payments: string
beforeAll(async () => {
  platform = await startEnginePlatform()
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-batch-'))
  const fay = { id: 'fay', name: 'fay', email: 'fay@example.cn', password: PASSWORD }
  await createOperator(platform.platform, { ...fay, roles: ['finance'] })
  const kept = samplePaymentTemplate({ template: OWN })
  await platform.platform.store.write((transaction) => transaction.put('paymentTemplate', kept))
  payments = join(folder, 'payments.xlsx')
  const { bytes } = writePaymentFile(EXAMPLE, { kind: 'template', template: OWN })
  await writeFile(payments, bytes)
})
afterAll(async () => {
  await platform.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
})
afterEach(() => vi.unstubAllEnvs())

const there = () => ['--platform', platform.url, '--email', 'fay@example.cn', '--data', folder]

test('a file is read by the template that the platform keeps for its bank, and by no other', async () => {
  const alone = await cli('batch', 'check', payments, '--json')
  expect([alone.code, alone.errors]).toEqual([2, expect.stringContaining('marketdesk: ')])
  const read = await cli('batch', 'check', payments, '--json', ...there())
  expect([read.code, JSON.parse(read.out)]).toMatchObject([0, { kind: 'boc', count: 2, total: '133456.78' }])
})

test('an answer is read beside the file that it answers, by the template that the platform keeps', async () => {
  const answer = join(folder, 'answer.csv')
  const [first, second] = EXAMPLE.payments
  if (first === undefined || second === undefined) throw new Error('the example pays two')
  await writeFile(answer, `业务参考号,交易状态,失败原因\n${first.reference},成功,\n`)
  const alone = await cli('batch', 'answer', answer, '--batch', payments, '--json')
  expect([alone.code, alone.out]).toEqual([2, ''])
  const { code, out } = await cli('batch', 'answer', answer, '--batch', payments, '--json', ...there())
  const lines = out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect([code, lines]).toEqual([
    1,
    [
      { end_to_end_id: first.reference, status: 'accepted', reason: null },
      { end_to_end_id: second.reference, status: 'unknown', reason: null },
    ],
  ])
})

test('templates of a platform are fetched by somebody who is named, and only while it answers', async () => {
  const nobody = await cli('batch', 'check', payments, '--platform', platform.url)
  expect([nobody.code, nobody.errors]).toEqual([2, expect.stringContaining('--email')])
  const silent = [
    '--platform',
    'http://127.0.0.1:9',
    '--email',
    'fay@example.cn',
    '--data',
    join(folder, 'x'),
  ]
  const gone = await cli('batch', 'check', payments, ...silent)
  expect([gone.code, gone.errors]).toEqual([2, expect.stringContaining('marketdesk: ')])
})
