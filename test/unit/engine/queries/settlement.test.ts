import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { providerTerm } from '#main/engine/queries/marketplaces.ts'
import { RecordMissing } from '#main/engine/queries/record-missing.ts'
import { readCloseMonths, readMonthOf } from '#main/engine/queries/settlement/close-months.ts'
import { exportSettlement } from '#main/engine/queries/settlement/export-settlement.ts'
import { listStatements } from '#main/engine/queries/settlement/list-statements.ts'
import { readStatementPdf } from '#main/engine/queries/settlement/read-statement-pdf.ts'
import { readSettlementCase } from '#main/engine/queries/settlement/settlement-case.ts'
import { readStatementLines } from '#main/engine/queries/settlement/statement-lines.ts'
import {
  type SETTLEMENT_SORT_COLUMNS,
  type SettlementFilter,
  settlementFilterSchema,
} from '#shared/contracts/console-engine/settlement.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { newUlid, sampleOrder } from '#test/integration/platform/sample-records.ts'
import {
  sampleAdjustment,
  sampleMonth,
  sampleSettlement,
  sampleSettlementLine,
} from '#test/integration/platform/sample-settlement.ts'
import { pdfText } from '../exports/pdf-text.ts'
import { ACCOUNT, AUDIT_HASH, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
})
afterEach(() => desk.close())

const AT = '2026-11-05T02:00:00.000Z'
const draft = {
  ...{ id: newUlid(), at: AT, by: 'liu', byName: '刘芳', position: 1, rebates: 'apart' as const },
  ...{ statements: 1, lines: 1, checks: [{ check: 'unmatched-lines' as const, count: 2 }] },
  earlier: null,
}
const month = sampleMonth({ draft })
const own = { monthId: month.id, draftId: draft.id }

function put(...statements: SettlementStatement[]) {
  desk.put('settlementMonth', [month])
  desk.put('settlementStatement', statements)
  desk.index()
}
function listed(
  filter: Partial<SettlementFilter> = {},
  column: (typeof SETTLEMENT_SORT_COLUMNS)[number] = 'month',
) {
  const sort = { column, descending: false }
  const question = { filter: settlementFilterSchema.parse(filter), sort, after: null, limit: 50 }
  return listStatements(desk.desk(), question).rows
}

describe('the list of statements', () => {
  it('has those of the present draft and what was committed or voided, not what a draft before left', () => {
    const present = sampleSettlement(own)
    const swept = sampleSettlement({ ...own, draftId: newUlid() })
    const committed = sampleSettlement({ ...own, draftId: newUlid(), status: 'committed', month: '2026-09' })
    put(present, swept, committed)
    expect(listed().map(({ id }) => id)).toEqual([committed.id, present.id])
    expect(listed({ statuses: ['committed'] }).map(({ id }) => id)).toEqual([committed.id])
    expect(listed({ months: ['2026-10'] }).map(({ id }) => id)).toEqual([present.id])
    expect(listed({ marketplaces: ['aliyun'] })).toEqual([])
  })

  it('shows what the month before came to', () => {
    const before = sampleSettlement({ month: '2026-09', status: 'committed' })
    const present = sampleSettlement(own)
    put(before, present)
    expect(listed({}, 'net').map(({ id, before: net }) => [id, net])).toContainEqual([
      present.id,
      before.totals.net,
    ])
  })

  it('leaves as a file with its sums', async () => {
    put(sampleSettlement(own))
    const file = await exportSettlement(desk.desk(), {
      filter: settlementFilterSchema.parse({}),
      sort: { column: 'net', descending: false },
      language: 'zh',
      format: 'csv',
    })
    expect(Buffer.from(file.base64, 'base64').toString()).toContain('2026-10')
  })
})

describe('the months of a marketplace', () => {
  it('tell what was drafted, what it comes to beside the month before, and what is to be done', () => {
    const before = sampleSettlement({ month: '2026-09', status: 'committed' })
    const late = sampleOrder({ paidAt: '2026-10-20T02:00:00.000Z', updatedAt: '2026-11-06T00:00:00.000Z' })
    desk.put('order', [late])
    put(before, sampleSettlement(own))
    const { months } = readCloseMonths(desk.desk(), 'kubesphere')
    const october = months.find((each) => each.month === '2026-10')
    expect(october).toMatchObject({
      totals: { drafts: 1, committed: 0, net: 90_00 },
      before: { committed: 1, net: 90_00 },
      checks: [
        { check: 'unmatched-lines', count: 2, skipped: null },
        { check: 'newer-orders', count: 1, skipped: null },
      ],
    })
  })

  it('are found by the id of their record and of an adjustment, and by no other', () => {
    const adjustment = sampleAdjustment({ month: '2026-09' })
    desk.put('settlementAdjustment', [adjustment])
    put()
    const of = (id: string) => readMonthOf(desk.desk(), id)
    expect(of(month.id)).toEqual({ marketplace: 'kubesphere', month: '2026-10' })
    expect(of(adjustment.id)).toEqual({ marketplace: 'kubesphere', month: '2026-09' })
    expect(of(newUlid())).toBeNull()
  })

  it('have the last month that is over where nobody drafted it', () => {
    desk.index()
    const { months } = readCloseMonths(desk.desk(), 'kubesphere')
    expect(months).toMatchObject([{ record: null, isOver: true, totals: { statements: 0 }, checks: [] }])
  })
})

describe('a statement', () => {
  it('lays a commit over at once, and is possible by role', () => {
    const statement = sampleSettlement(own)
    put(statement)
    const opened = readSettlementCase(desk.desk(), statement.id)
    expect(opened).toMatchObject({ allowed: ['settlement.commit'], openChecks: ['unmatched-lines'] })
    expect(() => readSettlementCase(desk.desk(), newUlid())).toThrow(RecordMissing)
  })

  it('names the adjustments that its draft does not have', () => {
    const [known, waiting] = [sampleAdjustment(), sampleAdjustment()]
    desk.put('settlementAdjustment', [known, waiting, sampleAdjustment({ month: '2026-11' })])
    const statement = sampleSettlement({ ...own, adjustmentIds: [known.id] })
    put(statement)
    expect(readSettlementCase(desk.desk(), statement.id).waiting).toEqual([waiting])
  })

  it('explains each line by the sentence that stands once in it, page by page', () => {
    const citation = { ruleId: 'fees.platform-fee', quote: '10%', source: '指南', reading: false }
    const pack = { marketplace: 'kubesphere', effectiveFrom: '2023-10-20', version: '1' }
    const statement = sampleSettlement({ ...own, rules: [{ citation, pack }], lines: 150 })
    const steps = [{ rule: 0, inputs: {}, gives: {}, rounding: null }]
    desk.put(
      'settlementLine',
      Array.from({ length: 150 }, () => sampleSettlementLine({ statementId: statement.id, steps })),
    )
    put(statement)
    const first = readStatementLines(desk.desk(), statement.id, null)
    const rest = readStatementLines(desk.desk(), statement.id, first.next)
    expect([first.lines.length, rest.lines.length, rest.next]).toEqual([100, 50, null])
    expect(first.lines[0]?.steps).toEqual([{ citation, pack, inputs: {}, gives: {}, rounding: null }])
  })

  it('leaves as a document for its provider', async () => {
    const statement = sampleSettlement(own)
    desk.put('settlementLine', [sampleSettlementLine({ statementId: statement.id })])
    put(statement)
    const { base64, mediaType } = await readStatementPdf(desk.desk(), { id: statement.id, language: 'zh' })
    expect(mediaType).toBe('application/pdf')
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(await pdfText(Buffer.from(base64, 'base64'))).toContain(`审计链1024·${AUDIT_HASH}`)
  })
})

it.each([
  ['huawei', '商家'],
  ['kubesphere', '服务商'],
])('a provider of %s is called %s, as its source does', (marketplace, term) => {
  expect(providerTerm(desk.desk(), marketplace).zh).toBe(term)
})
