import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dryRun } from '#main/engine/queries/matching/dry-run.ts'
import {
  readMatchSettings,
  settingsFor,
  shownSettings,
  standardSettings,
} from '#main/engine/queries/matching/match-settings-of.ts'
import { changedFrom } from '#renderer/pages/bank-matching/settings-draft.ts'
import { dryRunSchema } from '#shared/contracts/console-engine/bank-reports.ts'
import { NOT_YET_THERE } from '#shared/contracts/console-platform/commands.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type {
  ChangedSettings,
  MatchSettingsShown,
} from '#shared/contracts/console-platform/records/match-settings.ts'
import { newUlid, sampleMatchSettings, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { financeDesk, matched, OURS, ourLine, toDeposit } from './bank-desk.ts'
import { sampleStatement } from './bank-statement-record.ts'
import type { DeskUnderTest } from './desk-under-test.ts'

const IMPORTED = '2026-11-05T01:00:00.000Z'
const LATER = '2026-11-06T01:00:00.000Z'
const posted = (at: string, line: string) => ({
  kind: 'match' as const,
  amount: 500_000,
  line,
  note: '',
  at,
  by: 'op-3',
  byName: '刘芳',
})
const statement = sampleStatement({ accountId: OURS.id, importedAt: IMPORTED })
const fromStatement = (change: Partial<BankLine>) => ourLine({ statementId: statement.id, ...change })

/** Paid exactly as asked, and matched by the import. */
const asAskedId = newUlid()
const settled = sampleObligation({ entries: [posted(IMPORTED, asAskedId)] })
const asAsked = matched(fromStatement({ id: asAskedId }), toDeposit(settled.id))
/** For goods, by its remark; its payer's deposit is still open. */
const goods = sampleObligation({ providerId: 'provider-2', providerName: '上海星河软件有限公司' })
const paidForGoods = matched(
  fromStatement({
    counterpartyName: '上海星河软件有限公司',
    summary: '技术服务费',
    purpose: '',
    remark: '上海星河软件有限公司-KubeSphere Marketplace 保证金',
  }),
  { target: { kind: 'other', what: 'sales' }, amount: 500_000, reasons: [] },
)

let desk: DeskUnderTest
beforeEach(() => {
  desk = financeDesk(['finance', 'finance-approver'])
  desk.put('depositObligation', [settled, goods])
  desk.put('bankStatement', [statement])
  desk.put('bankLine', [asAsked, paidForGoods])
  desk.index()
})
afterEach(() => desk.close())

const standard = () => standardSettings(desk.desk(), 'kubesphere')
const run = async (change: Partial<MatchSettingsShown>) =>
  dryRunSchema.parse(
    await dryRun(desk.desk(), { marketplace: 'kubesphere', settings: { ...standard(), ...change } }),
  )
const set = (number: number, change: Partial<ChangedSettings>, marketplace = 'kubesphere') =>
  desk.put('matchSettings', [
    sampleMatchSettings({
      marketplace,
      number,
      changed: { ...changedFrom(standard(), standard()), ...change },
    }),
  ])

describe('a dry run of matching settings', () => {
  it('replays lines against the deposits as they stood before the import', async () => {
    const unchanged = await run({})
    expect(unchanged).toMatchObject({
      lines: 2,
      now: { auto: 1, wrong: 0, suggest: 1, none: 0 },
      changed: { auto: 1, wrong: 0, suggest: 1, none: 0 },
      differences: [],
      complete: true,
    })
  })

  it('names the lines that would have gone otherwise', async () => {
    const { changed, differences } = await run({ bankWords: ['保证金'] })
    expect(changed).toEqual({ auto: 0, wrong: 0, suggest: 1, none: 1 })
    expect(differences.map(({ line, now, nowFirst }) => [line.id, now, nowFirst])).toEqual([
      [asAsked.id, 'auto', settled.providerName],
    ])
  })

  it('puts first and marks what would have gone wrong by itself', async () => {
    const { changed, differences } = await run({ otherPurposes: [] })
    expect(changed).toMatchObject({ auto: 2, wrong: 1 })
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({
      line: { id: paidForGoods.id },
      now: 'suggest',
      changed: 'auto',
      changedFirst: goods.providerName,
      actual: null,
      wrong: true,
    })
  })

  it('sees a deposit as settled that a line of an earlier import had closed', async () => {
    const second = sampleStatement({ accountId: OURS.id, importedAt: LATER })
    desk.put('bankStatement', [second])
    desk.put('bankLine', [ourLine({ statementId: second.id, bookedOn: '2026-11-05' })])
    expect(await run({})).toMatchObject({ lines: 3, now: { auto: 1, suggest: 2 } })
  })
})

describe('settings of matching', () => {
  it('are those that were set last, for everything that matches in their marketplace', () => {
    set(1, { unlikePerMille: 200, depositWord: '押金' })
    set(2, { unlikePerMille: 250 })
    set(1, { unlikePerMille: 100 }, 'aliyun')
    expect(shownSettings(desk.desk(), 'kubesphere')).toEqual({ ...standard(), unlikePerMille: 250 })
    expect(settingsFor(desk.desk(), 'kubesphere').unlikePerMille).toBe(250)
    expect(shownSettings(desk.desk(), 'huawei')).toEqual(standardSettings(desk.desk(), 'huawei'))
  })

  it('go back to the standard by settings that differ in nothing', () => {
    set(1, { unlikePerMille: 200 })
    set(2, {})
    expect(shownSettings(desk.desk(), 'kubesphere')).toEqual(standard())
  })

  it('tell who set what, the newest first, and what is on its way before it is there', () => {
    set(1, { otherPurposes: ['货款', '培训费'] })
    const { outbox } = desk.desk().workspace
    outbox.enqueue({
      type: 'matching.set',
      recordId: newUlid(),
      expectedVersion: NOT_YET_THERE,
      seenDigest: null,
      arguments: {
        ...{ marketplace: 'kubesphere', number: 2, reason: '名称差异收紧' },
        settings: { ...changedFrom(standard(), standard()), unlikePerMille: 200 },
      },
      replaces: null,
    })
    const { settings, history } = readMatchSettings(desk.desk(), 'kubesphere')
    expect(settings.unlikePerMille).toBe(200)
    expect(history).toMatchObject([
      { number: 2, reason: '名称差异收紧', pending: true },
      { number: 1, byName: '王强', reason: '培训费不是保证金', pending: false },
    ])
    expect(history.map(({ changed }) => changed.map(({ label, value }) => [label.zh, value]))).toMatchObject([
      [['名称差异上限（千分之）', { kind: 'count' }]],
      [['其他用途字样', { kind: 'list' }]],
    ])
  })
})
