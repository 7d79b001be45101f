import { bookPieces } from '#main/engine/settlement-book/book-pieces.ts'
import type { BookJob } from '#main/engine/settlement-book/book-questions.ts'
import { writePosition } from '#main/engine/storage/cache/sync-position.ts'
import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import { type SettlementFilter, settlementFilterSchema } from '#shared/contracts/console-engine/settlement.ts'
import type { WholeBook } from '#shared/contracts/console-engine/settlement-book.ts'
import type { SettlementLine } from '#shared/contracts/console-platform/records/settlement-line.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { totalsOf } from '#shared/rules/settlement/statement-totals.ts'
import {
  sampleMonth,
  sampleSettlement,
  sampleSettlementLine,
} from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'

const DRAFT_AT = '2026-11-05T02:00:00.000Z'

/** A desk with statements whose headers are the sums of their lines, and short ways to their workbook. */
export function bookDesk() {
  const desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
  const months = new Map<string, ReturnType<typeof sampleMonth>>()

  const monthOf = (month: string) => {
    const known = months.get(month)
    if (known !== undefined) return known
    const draftId = sampleMonth().id
    const draft = {
      ...{ id: draftId, at: DRAFT_AT, by: 'liu', byName: '刘芳', position: 1, rebates: 'apart' as const },
      ...{ statements: 1, lines: 1, checks: [], earlier: null },
    }
    const made = sampleMonth({ month, draft })
    months.set(month, made)
    desk.put('settlementMonth', [made])
    return made
  }
  const put = (
    lines: readonly Partial<SettlementLine>[],
    change: Partial<SettlementStatement> = {},
  ): SettlementStatement => {
    const { id: monthId, draft } = monthOf(change.month ?? '2026-10')
    const statement = sampleSettlement({ monthId, draftId: draft?.id ?? '', ...change })
    const { id: statementId, marketplace, month, providerId } = statement
    const own = lines.map((line) =>
      sampleSettlementLine({ statementId, marketplace, month, providerId, ...line }),
    )
    const totals = totalsOf(own)
    const whole = {
      ...statement,
      lines: own.length,
      totals: { ...totals, taxGroups: [...totals.taxGroups] },
    }
    desk.put('settlementStatement', [whole])
    desk.put('settlementLine', own)
    return whole
  }
  const job = (
    filter: Partial<SettlementFilter> = {},
    format: TableFormat = 'xlsx',
    language: 'zh' | 'en' = 'zh',
  ): BookJob => ({
    reader: desk.cache.reader,
    question: {
      filter: settlementFilterSchema.parse(filter),
      ...{
        language,
        at: '2026-11-20T02:00:00.000Z',
        byName: '周敏',
        auditHead: { sequence: 1024, hash: 'a1'.repeat(32) },
      },
      names: { kubesphere: { name: 'KubeSphere 云原生市场', categories: { extension: '扩展组件' } } },
    },
    format,
  })
  const file = async (...asked: Parameters<typeof job>): Promise<{ bytes: Buffer; whole: WholeBook }> => {
    const pieces: Uint8Array[] = []
    for await (const { bytes, whole } of bookPieces(job(...asked))) {
      pieces.push(bytes)
      if (whole !== null) return { bytes: Buffer.concat(pieces), whole }
    }
    throw new Error('the last piece says what the file holds')
  }
  /** Says that the snapshot is whole. */
  const complete = () =>
    writePosition(desk.cache.sql, {
      ...{
        epoch: 'e',
        scope: 's',
        position: 7,
        mark: null,
        phase: 'complete',
        kinds: [],
        kindIndex: 0,
        afterKey: '',
      },
      ...{ records: 0, confirmedAt: DRAFT_AT },
    })
  return { ...desk, put, putRecords: desk.put, complete, job, file }
}
export type BookDesk = ReturnType<typeof bookDesk>
