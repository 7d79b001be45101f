import { afterEach, beforeEach, expect, it } from 'vitest'
import { sampleStatement } from '#main/engine/queries/bank/sample-statement.ts'
import { RecordMissing } from '#main/engine/queries/record-missing.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { readStatement } from '#shared/bank-statements/read-statement.ts'
import { newUlid, PAID, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { financeDesk, OURS } from './bank-desk.ts'
import { sampleStatement as statementRecord } from './bank-statement-record.ts'
import type { DeskUnderTest } from './desk-under-test.ts'

const CLOSING = 2_199_000
let desk: DeskUnderTest
beforeEach(() => {
  desk = financeDesk()
})
afterEach(() => desk.close())

async function read() {
  const { base64, fileName } = sampleStatement(desk.desk(), OURS.id)
  expect(fileName).toMatch(/^示例流水-.*\.csv$/)
  const asked = { mappings: [], decodeWorkbook: async () => null }
  const reading = await readStatement(Buffer.from(base64, 'base64'), asked)
  const section = reading.kind === 'read' ? reading.statement.sections[0] : undefined
  if (section === undefined) throw new Error('the sample is read')
  return section
}

it('is read as a bank’s own file, proves its balances, and goes on where the account was left', async () => {
  const period = { from: '2026-11-01', to: '2026-11-15' }
  desk.put('bankStatement', [statementRecord({ accountId: OURS.id, period, closing: CLOSING })])
  const unpaid = [1, 2, 3].map((at) =>
    sampleObligation({ providerId: `p-${at}`, providerName: `云栈${at}公司` }),
  )
  desk.put('depositObligation', [...unpaid, sampleObligation({ entries: PAID, providerName: '已缴公司' })])
  desk.index()
  const section = await read()
  expect(proveSection(section).verdict).toBe('proven')
  expect(section.lines.map(({ amount }) => amount)).toEqual([500_000, 500_000, 500_000, 1234])
  const [first] = section.lines
  expect((first?.balanceAfter ?? 0) - (first?.amount ?? 0)).toBe(CLOSING)
  expect(first?.remark).toContain(first?.counterpartyName)
  expect(section.lines.some(({ counterpartyName }) => counterpartyName === '已缴公司')).toBe(false)
})

it('is the same when it is asked for again, so that it is known when it is imported twice', () => {
  desk.index()
  expect(sampleStatement(desk.desk(), OURS.id)).toEqual(sampleStatement(desk.desk(), OURS.id))
})

it('is of an account that is here', () => {
  desk.index()
  expect(() => sampleStatement(desk.desk(), newUlid())).toThrow(RecordMissing)
})
