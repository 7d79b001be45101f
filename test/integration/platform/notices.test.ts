import { afterAll, beforeAll, expect, it } from 'vitest'
import { seenOnRecord } from '#platform/commands/seen-on-record.ts'
import { OCCASION_FACTS } from '#platform/notices/occasion-facts.ts'
import { now } from '#platform/platform.ts'
import {
  COMMANDS,
  type CommandArguments,
  type CommandType,
} from '#shared/contracts/console-platform/commands.ts'
import { type Notice, noticeStatus } from '#shared/contracts/console-platform/records/notice.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { placeholdersOf } from '#shared/rules/notices/occasions.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleNotice } from './sample-notices.ts'
import { samplePayout } from './sample-payouts.ts'
import { newUlid, sampleApplication, sampleProvider } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>

let under: PlatformUnderTest
let ops: Client
let finance: Client
let admin: Client
let support: Client
let auditor: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, ...roles: Role[]) => {
    await under.addOperator(id, roles)
    return under.client(await under.signIn(id))
  }
  ops = await signIn('zhou', 'ops')
  finance = await signIn('lin', 'finance')
  admin = await signIn('sun', 'admin')
  support = await signIn('jing', 'support')
  auditor = await signIn('lei', 'auditor')
  await under.platform.store.write((transaction) => transaction.put('provider', sampleProvider()))
})
afterAll(() => under.close())

const store = () => under.platform.store
const noticesOf = async (aboutId: string): Promise<Notice[]> =>
  (await store().ofProvider('notice', 'kubesphere', 'provider-1')).filter(({ about }) => about.id === aboutId)

async function give<T extends CommandType>(
  by: Client,
  type: T,
  recordId: string,
  said: CommandArguments<T>,
  id = newUlid(),
) {
  const kind = COMMANDS[type].about
  const record = await store().get(kind, recordId)
  const onRecord = { platform: under.platform, transaction: store(), at: now(under.platform) }
  const seenDigest = record === null ? null : await seenOnRecord(onRecord, kind, record)
  return by.command({
    id,
    type,
    recordId,
    expectedVersion: record?.version ?? 0,
    seenDigest,
    arguments: said,
  })
}

async function inReview(): Promise<string> {
  const application = sampleApplication({ status: 'in_review' })
  await store().write((transaction) => transaction.put('application', application))
  return application.id
}

const ASKED = { reasons: ['documents'], noteToVendor: '请补充营业执照', internalNote: '' }

it('tells the provider of a verdict in the transaction of the verdict, once, by the template in force', async () => {
  const id = await inReview()
  const commandId = newUlid()
  expect(await give(ops, 'application.request-changes', id, ASKED, commandId)).toMatchObject({
    kind: 'applied',
  })
  const [notice, ...others] = await noticesOf(id)
  expect(others).toEqual([])
  expect(notice).toMatchObject({
    ...{ occasion: 'application-changes-requested', template: { number: 0 }, channel: 'mail' },
    cause: expect.stringContaining(commandId),
    recipient: { email: expect.stringContaining('@') },
  })
  expect(notice?.said?.texts.zh.text).toContain('请补充营业执照')
  expect(notice?.said?.texts.zh.text).not.toContain('{{')
  // The answer of the same command again makes no other.
  expect(await give(ops, 'application.request-changes', id, ASKED)).toMatchObject({ kind: 'rejected' })
  expect(await noticesOf(id)).toHaveLength(1)
  const logged = await store().auditBelow({ recordId: notice?.id ?? '' }, null, 10)
  expect(logged).toMatchObject([{ action: 'notice.make', actor: 'platform', commandId }])
})

it('makes none where the decision is refused', async () => {
  const id = await inReview()
  const outcome = await give(support, 'application.request-changes', id, ASKED)
  expect(outcome).toMatchObject({ kind: 'not-allowed' })
  expect(await noticesOf(id)).toEqual([])
})

it('waits to be told where no address is known, or none that a mail can go to', async () => {
  for (const email of [null, 'none', 'a@b.cn\r\nBcc: c@d.cn']) {
    const application = sampleApplication({ status: 'in_review' })
    const applicant = { ...application.applicant, contact: { name: '王女士', phone: '13800000000', email } }
    await store().write((transaction) => transaction.put('application', { ...application, applicant }))
    await give(ops, 'application.reject', application.id, ASKED)
    const [notice] = await noticesOf(application.id)
    expect(notice).toMatchObject({ channel: 'person', recipient: { email: null, phone: '13800000000' } })
    expect(notice && noticeStatus(notice)).toBe('to-tell')
    const told = { channel: 'wechat', note: '已发' } as const
    expect(await give(ops, 'notice.mark-told', notice?.id ?? '', told)).toMatchObject({ kind: 'applied' })
    const [after] = await noticesOf(application.id)
    expect(after && noticeStatus(after)).toBe('told')
    expect(after?.steps).toMatchObject([{ step: 'told', byName: 'zhou', said: told }])
    expect(await give(ops, 'notice.cancel', notice?.id ?? '', { reason: '不再' })).toMatchObject({
      code: 'wrong-state',
    })
  }
})

it('is worded by the template an admin set for the marketplace, else for all, and keeps the text it was made with', async () => {
  const wording = (subject: string) => ({
    zh: { subject, body: '{{provider}}：{{note}}' },
    en: { subject, body: '{{provider}}: {{note}}' },
  })
  const set = (marketplace: string, number: number, subject: string, by = admin) =>
    give(by, 'notice.set-template', newUlid(), {
      ...{ occasion: 'application-rejected', marketplace, number, reason: '更短一些' },
      texts: wording(subject),
    })
  expect(await set('', 1, '全部市场', ops)).toMatchObject({ kind: 'not-allowed' })
  expect(await set('', 1, '未通过 {{amount}}')).toMatchObject({ code: 'unknown-placeholder' })
  expect(await set('', 2, '跳号')).toMatchObject({ code: 'template-moved' })
  expect(await set('nowhere', 1, '没有的市场')).toMatchObject({ code: 'unknown-marketplace' })
  expect(await set('', 1, '全部市场')).toMatchObject({ kind: 'applied' })
  expect(await set('', 1, '另一个')).toMatchObject({ code: 'template-moved' })
  const first = await inReview()
  await give(ops, 'application.reject', first, ASKED)
  expect(await set('kubesphere', 1, '本市场')).toMatchObject({ kind: 'applied' })
  const second = await inReview()
  await give(ops, 'application.reject', second, ASKED)
  const subjectOf = async (id: string) => (await noticesOf(id))[0]?.said?.texts.zh.subject
  expect(await subjectOf(first)).toBe('全部市场')
  expect(await subjectOf(second)).toBe('本市场')
  expect((await noticesOf(second))[0]).toMatchObject({ template: { marketplace: 'kubesphere', number: 1 } })
})

it('is sent again to another address and in another language by a person, and cancelled', async () => {
  const notice = sampleNotice({
    steps: [{ step: 'bounced', at: '2026-11-20T02:00:01.000Z', answer: '550 no' }],
  })
  await store().write((transaction) => transaction.put('notice', notice))
  expect(
    await give(ops, 'notice.resend', notice.id, { language: 'en', email: 'new@example.cn' }),
  ).toMatchObject({ kind: 'applied' })
  expect(await store().get('notice', notice.id)).toMatchObject({
    ...{ language: 'en', recipient: { email: 'new@example.cn', former: ['wang@example.cn'] } },
    steps: [{ step: 'bounced' }, { step: 'resent', said: { language: 'en' } }],
  })
  expect(await give(ops, 'notice.cancel', notice.id, { reason: '已当面说明' })).toMatchObject({
    kind: 'applied',
  })
  const header = { language: 'zh', email: 'a@b.cn\nBcc: x@y.cn' } as const
  expect(await give(ops, 'notice.resend', notice.id, header)).toMatchObject({ code: 'bad-arguments' })
})

it('tells the provider why its request was refused, and nothing that was written for colleagues', () => {
  const invoices = [{ id: newUlid(), number: '26112000000000000001', gross: 1_200_000 }]
  const ended = { reason: '账户存疑', at: now(under.platform), by: 'wang', byName: 'wang' }
  const told = (status: 'rejected' | 'cancelled') => {
    const before = samplePayout({ status: 'verified', invoices })
    const written = { kind: 'payoutRequest' as const, before, after: { ...before, status, ended } }
    const setting = { platform: under.platform, at: now(under.platform) }
    return OCCASION_FACTS['red-letter-needed'](written, setting)?.values.reason.zh
  }
  expect([told('rejected'), told('cancelled')]).toEqual(['账户存疑', ''])
  const returned = (lineId: string | null) => {
    const before = samplePayout({ status: 'paid' })
    const failure = { batchId: newUlid(), endToEndId: 'FK-1', reason: '账号户名不符', lineId, at: ended.at }
    const after = { ...before, status: 'verified' as const, failures: [failure] }
    const setting = { platform: under.platform, at: ended.at }
    return OCCASION_FACTS['payout-returned']({ kind: 'payoutRequest', before, after }, setting)?.values.reason
      .zh
  }
  expect([returned(null), returned(newUlid())]).toEqual(['账号户名不符', ''])
  expect(placeholdersOf('rules-changed')).not.toContain('reason')
})

it('is sent, cancelled or told by nobody who does not see what it tells of', async () => {
  const notice = sampleNotice({
    ...{ occasion: 'payout-paid', about: { kind: 'payoutRequest', id: 'payout-1' } },
    steps: [{ step: 'sent', at: '2026-11-20T02:00:01.000Z', answer: '250 ok', via: 'smtp' }],
  })
  await store().write((transaction) => transaction.put('notice', notice))
  const elsewhere = { language: 'zh', email: 'zhou@example.cn' } as const
  expect(await give(ops, 'notice.resend', notice.id, elsewhere)).toEqual({
    ...{ kind: 'not-allowed', needs: ['finance', 'finance-approver', 'auditor'] },
  })
  expect(await give(finance, 'notice.resend', notice.id, elsewhere)).toMatchObject({ kind: 'applied' })
  expect(await give(ops, 'notice.cancel', notice.id, { reason: '不再' })).toMatchObject({
    kind: 'not-allowed',
  })
})

it('reaches no role with the address that sees none, and with the text that does not see what it tells of', async () => {
  const seen = async (by: Client) => JSON.stringify(await by.snapshotPage({ kind: 'notice' }))
  const [toAuditor, toSupport] = [await seen(auditor), await seen(support)]
  expect(toAuditor).toContain('wang@example.cn')
  expect(toAuditor).toContain('入驻申请已通过')
  expect(toSupport).not.toContain('wang@example.cn')
  expect(toSupport).not.toContain('入驻申请已通过')
  await expect(admin.snapshotPage({ kind: 'notice' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
