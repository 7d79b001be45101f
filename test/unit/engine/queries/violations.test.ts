import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDepositCase } from '#main/engine/queries/deposits/deposit-case.ts'
import { exportViolations } from '#main/engine/queries/violations/export-violations.ts'
import { listViolations } from '#main/engine/queries/violations/list-violations.ts'
import { readViolationCase, readViolationRules } from '#main/engine/queries/violations/violation-case.ts'
import { violationCaseSchema } from '#shared/contracts/console-engine/violation-case.ts'
import {
  type VIOLATION_SORT_COLUMNS,
  type ViolationFilter,
  violationFilterSchema,
} from '#shared/contracts/console-engine/violations.ts'
import {
  AT,
  newUlid,
  PAID,
  sampleObligation,
  sampleProvider,
  sampleViolation,
} from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const deposit = sampleObligation({ entries: PAID })
const open = sampleViolation({ obligationId: deposit.id, occurredOn: '2026-11-02' })
const upheld = sampleViolation({
  occurredOn: '2026-10-02',
  providerName: '杭州数帆有限公司',
  ruling: {
    outcome: 'upheld',
    ...{ deduction: 100_000, topUpBy: '2026-12-20', topUpRule: null, barsRefund: false },
    ...{ reason: '按处理尺度', at: AT, by: 'chen', byName: 'chen' },
  },
})

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, id: 'chen', roles: ['ops-manager'] })
  desk.put('provider', [sampleProvider({ id: 'provider-1' })])
  desk.put('depositObligation', [deposit])
  desk.put('violation', [open, upheld])
  desk.index()
})
afterEach(() => desk.close())

const question = (
  filter: Partial<ViolationFilter> = {},
  column: (typeof VIOLATION_SORT_COLUMNS)[number] = 'occurredOn',
) => ({
  filter: violationFilterSchema.parse(filter),
  sort: { column, descending: true },
  after: null,
  limit: 50,
})
const listed = (...asked: Parameters<typeof question>) =>
  listViolations(desk.desk(), question(...asked)).rows.map(({ id }) => id)

describe('the list of violations', () => {
  it('is ordered by day and by what was deducted, and narrowed by state, market and name', () => {
    expect(listed()).toEqual([open.id, upheld.id])
    expect(listed({}, 'deduction')).toEqual([upheld.id, open.id])
    expect(listed({ statuses: ['recorded'] })).toEqual([open.id])
    expect(listed({ text: '数帆' })).toEqual([upheld.id])
    expect(listed({ marketplaces: ['aliyun'] })).toEqual([])
  })

  it('names the rule as the pack does, and leaves as a file with its sentence', async () => {
    const [row] = listViolations(desk.desk(), question()).rows
    expect(row?.ruleName.zh).toBe('违反相关协议或管理规范')
    const { base64 } = await exportViolations(desk.desk(), {
      ...question(),
      format: 'csv',
      language: 'zh',
    })
    const text = Buffer.from(base64, 'base64').toString('utf8')
    expect(text).toContain('为用户提供安全、合法的产品')
    expect(text).toContain('违规成立')
  })
})

describe('a violation', () => {
  it('says what may be deducted, and that no source states a day to pay it in again', () => {
    const opened = violationCaseSchema.parse(readViolationCase(desk.desk(), open.id))
    expect(opened).toMatchObject({
      status: 'recorded',
      deductible: 500_000,
      topUp: null,
      deposit: { id: deposit.id, status: 'held' },
      allowed: ['violation.decide'],
    })
    expect(opened.others.map(({ id }) => id)).toEqual([upheld.id])
  })

  it('that is being recorded and ruled on offline shows on the deposit at once', () => {
    const { marketplace, providerId, rule, facts, evidence } = open
    const said = { marketplace, providerId, obligationId: deposit.id, rule, facts, evidence }
    const recordId = newUlid()
    const { outbox } = desk.desk().workspace
    const record = {
      ...{ type: 'violation.record' as const, recordId, expectedVersion: 0, seenDigest: null },
      arguments: { ...said, occurredOn: '2026-11-10' },
    }
    outbox.enqueue(record)
    const ruling = {
      outcome: 'upheld',
      ...{ deduction: 50_000, topUpBy: '2026-12-31', topUpRule: null, barsRefund: false },
      reason: '按处理尺度决定',
    }
    const decide = () =>
      outbox.enqueue({
        ...{ type: 'violation.decide', recordId, expectedVersion: 1, arguments: ruling },
        seenDigest: outbox.seenDigest('violation', recordId),
      })
    // Who recorded it does not take money for it.
    expect(decide).toThrow(/same-person/)
    expect(listed()).toContain(recordId)
    outbox.enqueue({
      ...{ type: 'violation.decide', recordId: open.id, expectedVersion: 1, arguments: ruling },
      seenDigest: outbox.seenDigest('violation', open.id),
    })
    const shown = readDepositCase(desk.desk(), deposit.id)
    expect(shown.balance).toBe(450_000)
    expect(shown.topUps).toEqual([{ amount: 50_000, by: '2026-12-31', violation: open.id }])
    expect(shown.standing).toMatchObject({ dueOn: '2026-12-31', settled: true })
  })

  it('can be of a rule that its pack states for the day', () => {
    const of = (on: string) => readViolationRules(desk.desk(), { providerId: 'provider-1', on })
    expect(of('2026-11-20').rules.map(({ citation }) => citation.ruleId)).toEqual([
      'violations.agreements-and-rules',
      'violations.stated-service',
    ])
    expect(of('2020-01-01').rules).toEqual([])
    expect(of('2026-11-20').deposits.map(({ id }) => id)).toEqual([deposit.id])
  })
})
