import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotices } from '#main/engine/queries/notices/list-notices.ts'
import { readNoticeCase } from '#main/engine/queries/notices/notice-case.ts'
import { noticesBeside } from '#main/engine/queries/notices/notice-rows.ts'
import { readNoticeTemplate } from '#main/engine/queries/notices/notice-template.ts'
import { loadNoticeTemplates } from '#node/resources/load-notice-templates.ts'
import { type NoticeFilter, noticeFilterSchema } from '#shared/contracts/console-engine/notices.ts'
import { sampleNotice, sampleNoticeTemplate } from '#test/integration/platform/sample-notices.ts'
import { sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const at = (hour: number) => `2026-11-20T0${hour}:00:00.000Z`
const queued = sampleNotice({ madeAt: at(1) })
const bounced = sampleNotice({
  madeAt: at(2),
  steps: [
    { step: 'handed', at: at(2), sender: 's' },
    { step: 'bounced', at: at(3), answer: '550 unknown' },
  ],
})
const untold = sampleNotice({
  ...{ madeAt: at(3), occasion: 'payout-paid', about: { kind: 'payoutRequest', id: 'payout-1' }, said: null },
})
let desk: DeskUnderTest
beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['ops'] })
  desk.put('provider', [sampleProvider()])
  desk.put('notice', [queued, bounced, untold])
  desk.put('noticeTemplate', [sampleNoticeTemplate({ number: 1 }), sampleNoticeTemplate({ number: 2 })])
  desk.index()
})
afterAll(() => desk.close())

function listed(filter: Partial<NoticeFilter>) {
  const question = { sort: { column: 'madeAt', descending: true }, after: null, limit: 10 } as const
  return listNotices(desk.desk(), { ...question, filter: noticeFilterSchema.parse(filter) }).rows
}

describe('notices', () => {
  it('are found by state, occasion and subject, with what the server answered last', () => {
    expect(listed({}).map(({ id }) => id)).toEqual([untold.id, bounced.id, queued.id])
    expect(listed({ statuses: ['bounced'] })).toMatchObject([
      { id: bounced.id, answer: '550 unknown', tries: 1 },
    ])
    expect(listed({ occasion: 'payout-paid' })).toMatchObject([{ id: untold.id, subject: null }])
    expect(listed({ text: '已通过' }).map(({ id }) => id)).toEqual([bounced.id, queued.id])
  })

  it('stand beside what they tell of and beside their provider', () => {
    const ids = (of: Parameters<typeof noticesBeside>[1]) =>
      noticesBeside(desk.desk(), of).rows.map(({ id }) => id)
    expect(ids({ of: 'record', kind: 'application', id: 'application-1' })).toEqual([bounced.id, queued.id])
    expect(ids({ of: 'provider', id: 'provider-1' })).toHaveLength(3)
  })

  it('open with what may be done and the address that the provider has now; a decision on its way is laid over', () => {
    expect(readNoticeCase(desk.desk(), bounced.id)).toMatchObject({
      ...{ status: 'bounced', knownEmail: sampleProvider().contact?.email },
      allowed: ['notice.mark-told', 'notice.resend', 'notice.cancel'],
    })
    const pending = desk.desk().workspace.outbox.enqueue({
      ...{ type: 'notice.mark-told', recordId: bounced.id, expectedVersion: 1, seenDigest: null },
      arguments: { channel: 'phone', note: '' },
    })
    expect(readNoticeCase(desk.desk(), bounced.id)).toMatchObject({ status: 'told', allowed: [] })
    desk.desk().workspace.outbox.undo(pending.id)
  })

  it('are worded by the newest template, and are tried on real ones that may be read', async () => {
    const shipped = await loadNoticeTemplates()
    const here = (marketplace: string) =>
      readNoticeTemplate(desk.desk(), { occasion: 'application-approved', marketplace }, shipped)
    expect(here('')).toMatchObject({ from: { marketplace: '', number: 2 }, nextNumber: 3 })
    expect(here('').history.map(({ number }) => number)).toEqual([2, 1])
    expect(here('').records.map(({ id }) => id)).toEqual([bounced.id, queued.id])
    expect(here('huawei')).toMatchObject({ from: { marketplace: '', number: 2 }, nextNumber: 1, history: [] })
    const paid = readNoticeTemplate(desk.desk(), { occasion: 'payout-paid', marketplace: '' }, shipped)
    expect(paid).toMatchObject({ from: { number: 0 }, records: [] })
  })
})
