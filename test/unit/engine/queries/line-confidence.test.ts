import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exactMatches } from '#main/engine/queries/bank/exact-matches.ts'
import { JUDGED_LIMIT } from '#main/engine/queries/bank/line-confidence.ts'
import { listLines, totalLines } from '#main/engine/queries/bank/list-lines.ts'
import { sharedTarget } from '#main/engine/queries/bank/shared-target.ts'
import {
  exactMatchesSchema,
  type LineFilter,
  sharedTargetSchema,
} from '#shared/contracts/console-engine/bank-lines.ts'
import { sampleMatchSettings, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { decideMatch, financeDesk, lineFilterOf, OURS, ourLine, ourPayment, toDeposit } from './bank-desk.ts'
import type { DeskUnderTest } from './desk-under-test.ts'

const CLOUD = '北京云栈科技有限公司'
const STAR = '上海星河软件有限公司'
const asAsked = (name: string) => ({
  counterpartyName: name,
  counterpartyAccount: name === CLOUD ? '622200001111' : '622200002222',
  remark: `${name}-KubeSphere Marketplace 保证金`,
})
const cloud = sampleObligation({ providerId: 'p-1', providerName: CLOUD })
const star = sampleObligation({ providerId: 'p-2', providerName: STAR })
const fromCloud = ourLine({ ...asAsked(CLOUD), bookedOn: '2026-11-02' })
const fromStar = ourLine({ ...asAsked(STAR), bookedOn: '2026-11-03' })
const short = ourLine({ ...asAsked(STAR), bookedOn: '2026-11-04', amount: 499_999 })
const byAnother = ourLine({ ...asAsked(CLOUD), counterpartyName: '联合控股集团', bookedOn: '2026-11-05' })
const charge = ourPayment({ bookedOn: '2026-11-06', amount: 1_050, summary: '手续费', counterpartyName: '' })
const stranger = ourLine({
  counterpartyName: '某某商贸',
  bookedOn: '2026-11-07',
  purpose: '',
  remark: '货款',
  amount: 77,
})

let desk: DeskUnderTest
beforeEach(() => {
  desk = financeDesk()
  desk.put('depositObligation', [cloud, star])
  desk.put('bankLine', [fromCloud, fromStar, short, byAnother, charge, stranger])
  desk.index()
})
afterEach(() => desk.close())

const list = (filter: Partial<LineFilter> = {}) =>
  listLines(desk.desk(), {
    filter: lineFilterOf(filter),
    sort: { column: 'chronology', descending: false },
    after: null,
    limit: 200,
  }).rows
const exact = (filter: Partial<LineFilter> = {}) =>
  exactMatchesSchema.parse(exactMatches(desk.desk(), lineFilterOf(filter)))
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

describe('how sure it is what a line is', () => {
  it('is exact only where all agree and nothing else fits; what speaks against leaves it to a person', () => {
    expect(list().map(({ id, confidence }) => [id, confidence])).toEqual([
      [fromCloud.id, 'exact'],
      [fromStar.id, 'exact'],
      [short.id, 'doubtful'],
      [byAnother.id, 'doubtful'],
      [charge.id, 'likely'],
      [stranger.id, 'none'],
    ])
  })

  it('is filtered by, and counted', () => {
    expect(ids(list({ confidences: ['exact'] }))).toEqual([fromCloud.id, fromStar.id])
    expect(ids(list({ confidences: ['none', 'likely'] }))).toEqual([charge.id, stranger.id])
    expect(totalLines(desk.desk(), lineFilterOf({ to: '2026-11-02' })).exact).toBe(1)
    expect(totalLines(desk.desk(), lineFilterOf({ confidences: ['doubtful'] })).open).toBe(2)
  })

  it('of two lines that would settle one deposit is exact of neither: one is paid twice', () => {
    const again = ourLine({ ...asAsked(CLOUD), bookedOn: '2026-11-08' })
    desk.put('bankLine', [again])
    const found = list().filter(({ id }) => id === again.id || id === fromCloud.id)
    expect(found.map(({ confidence }) => confidence)).toEqual(['doubtful', 'doubtful'])
    expect(exact().matches.map(({ line }) => line.id)).toEqual([fromStar.id])
  })

  it('follows the settings of matching', () => {
    expect(list().find(({ id }) => id === stranger.id)?.confidence).toBe('none')
    const standard = { ...sampleMatchSettings().changed, otherPurposes: null }
    const set = (number: number, bankWords: string[] | null) =>
      desk.put('matchSettings', [sampleMatchSettings({ number, changed: { ...standard, bankWords } })])
    set(1, ['保证金', CLOUD, '转账'])
    expect(exact().total).toBe(0)
    set(2, null)
    expect(exact().total).toBe(2)
  })

  it('is of open lines alone, and follows decisions and their undoing', () => {
    const { id } = decideMatch(desk, fromCloud, toDeposit(cloud.id))
    expect(list().find((row) => row.id === fromCloud.id)?.confidence).toBeNull()
    expect(exact().total).toBe(1)
    desk.desk().workspace.outbox.undo(id)
    expect(exact().total).toBe(2)
  })

  it('is not filtered by while more lines are open than are judged', () => {
    desk.put(
      'bankLine',
      Array.from({ length: JUDGED_LIMIT }, (_, at) => ourLine({ ordinal: at, amount: 1_000_000 + at })),
    )
    expect(totalLines(desk.desk(), lineFilterOf()).exact).toBeNull()
    expect(exact()).toEqual({ matches: [], total: 0 })
    expect(() => list({ confidences: ['exact'] })).toThrow('more than 5000 lines are open')
  })
})

describe('all that are exact', () => {
  it('come with where each goes, oldest first, as the filter leaves them', () => {
    expect(exact().matches.map(({ line, part }) => [line.id, part.providerName, part.amount])).toEqual([
      [fromCloud.id, CLOUD, 500_000],
      [fromStar.id, STAR, 500_000],
    ])
    expect(exact({ text: '星河', accounts: [OURS.id] }).matches.map(({ line }) => line.id)).toEqual([
      fromStar.id,
    ])
  })

  it('are stored together, leave at one moment, and are taken back as one', () => {
    const { outbox } = desk.desk().workspace
    const rows = outbox.enqueueTogether(
      exact().matches.map(({ line, part: { target, amount, reasons } }) => ({
        type: 'deposit.match',
        recordId: line.id,
        expectedVersion: line.version,
        seenDigest: null,
        arguments: { parts: [{ target, amount, reasons }], note: '' },
      })),
    )
    expect(new Set(rows.map(({ notBefore }) => notBefore)).size).toBe(1)
    expect(list({ statuses: ['matched'] })).toHaveLength(2)
    expect(outbox.undo(...rows.map(({ id }) => id))).toBe(true)
    expect(outbox.waiting()).toEqual([])
    expect(exact().total).toBe(2)
  })

  it('are stored all or none: where one cannot be, none is', () => {
    const { outbox } = desk.desk().workspace
    const decision = (recordId: string, expectedVersion: number) => ({
      type: 'deposit.match' as const,
      recordId,
      expectedVersion,
      seenDigest: null,
      arguments: { parts: [toDeposit(cloud.id)], note: '' },
    })
    expect(() => outbox.enqueueTogether([decision(fromCloud.id, 1), decision(fromStar.id, 7)])).toThrow()
    expect(outbox.waiting()).toEqual([])
    expect(list({ statuses: ['matched'] })).toEqual([])
  })

  it('are not taken back in part: one that others rest on keeps all', () => {
    const { outbox } = desk.desk().workspace
    const one = decideMatch(desk, fromCloud, toDeposit(cloud.id))
    const other = decideMatch(desk, fromStar, toDeposit(star.id))
    outbox.enqueue({
      type: 'deposit.unmatch',
      recordId: fromStar.id,
      expectedVersion: 2,
      seenDigest: null,
      arguments: { reason: '认错了' },
    })
    expect(outbox.undo(one.id, other.id)).toBe(false)
    expect(outbox.waiting()).toHaveLength(3)
  })
})

describe('what several lines may be together', () => {
  const shared = (...lines: readonly { readonly id: string }[]) =>
    sharedTargetSchema.parse(sharedTarget(desk.desk(), ids(lines)))

  it('is the deposit all of them may settle, with what speaks for each but its amount', () => {
    const half = ourLine({ ...asAsked(STAR), bookedOn: '2026-11-09', amount: 250_000 })
    const rest = ourLine({ ...asAsked(STAR), counterpartyName: '联合控股集团', amount: 250_000 })
    desk.put('bankLine', [half, rest])
    const { deposit, reasons } = shared(half, rest)
    expect(deposit?.obligationId).toBe(star.id)
    expect(reasons[half.id]).toContain('payer-equal')
    expect(reasons[rest.id]).toContain('third-party-payer')
    expect(Object.values(reasons).flat()).not.toContain('amount-short')
  })

  it('is the kind all of them say they are, or nothing', () => {
    const another = ourPayment({ amount: 900, summary: '手续费', counterpartyName: '' })
    desk.put('bankLine', [another])
    expect(shared(charge, another)).toEqual({ deposit: null, reasons: {}, other: 'charge' })
    expect(shared(fromCloud, fromStar)).toEqual({ deposit: null, reasons: {}, other: null })
    expect(shared(charge, { id: '01JA0000000000000000000001' }).other).toBeNull()
  })
})
