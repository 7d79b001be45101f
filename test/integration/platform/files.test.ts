import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOfBytes } from '#node/file-store/file-store.ts'
import { sweepFiles } from '#platform/files/given-files.ts'

import { FILE_LIMIT_BYTES, GIVEN_FILE_DAYS } from '#shared/contracts/console-platform/protocol.ts'
import type { Attachment } from '#shared/contracts/console-platform/records/attachment.ts'
import type { DepositEntry } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleAttachment } from './sample-attachment.ts'
import {
  AT,
  DELIVERY_SAID,
  newUlid,
  sampleObligation,
  sampleOfflineOrder,
  sampleRecharge,
  sampleSupervision,
  sampleViolation,
} from './sample-records.ts'

const DAY_MS = 24 * 60 * 60_000
let under: PlatformUnderTest
const tokens: Record<string, string> = {}

beforeAll(async () => {
  under = await startPlatformUnderTest()
  const people: [string, Role][] = [
    ['liu', 'finance'],
    ['fan', 'finance'],
    ['li', 'ops'],
    ['au', 'auditor'],
  ]
  for (const [id, role] of people) {
    await under.addOperator(id, [role])
    tokens[id] = await under.signIn(id)
  }
})
afterAll(() => under.close())

const as = (who: string) => ({ authorization: `Bearer ${tokens[who]}` })
const address = (hash: string) => `${under.url}/v1/files/${hash}`
const give = (who: string, text: string, hash = hashOfBytes(Buffer.from(text))) =>
  fetch(address(hash), { method: 'PUT', headers: as(who), body: text })
const read = (who: string, { sha256 }: Attachment) => fetch(address(sha256), { headers: as(who) })

/** A recharge that somebody types, with files. */
async function record(who: string, ...attachments: Attachment[]) {
  const deposit = sampleObligation({ providerId: `pays-${newUlid()}` })
  await under.platform.store.write((tx) => tx.put('depositObligation', deposit))
  const { channel, paidOn, amount, payerName, payerAccount, evidence } = sampleRecharge()
  const recordId = newUlid()
  const outcome = await under.client(tokens[who]).command({
    ...{ id: newUlid(), type: 'recharge.record', recordId, expectedVersion: 0, seenDigest: null },
    arguments: {
      ...{ obligationId: deposit.id, channel, number: newUlid(), paidOn, amount, payerName, payerAccount },
      ...{ evidence, attachments },
    },
  })
  return { outcome, recordId }
}

describe('files that consoles give', () => {
  it('are named by a command of who gave them, and read by who may see the record', async () => {
    const file = sampleAttachment('a page of the channel')
    expect((await give('liu', 'a page of the channel')).status).toBe(204)
    // Given, but no record names it yet.
    expect((await read('liu', file)).status).toBe(404)
    const { outcome, recordId } = await record('liu', file)
    expect(outcome).toMatchObject({ kind: 'applied' })
    expect(await under.platform.store.get('recharge', recordId)).toMatchObject({ attachments: [file] })
    expect(await (await read('fan', file)).text()).toBe('a page of the channel')
    expect(await (await read('au', file)).text()).toBe('a page of the channel')
    // Operations see no recharges: knowing the hash gives them nothing.
    expect((await read('li', file)).status).toBe(404)
  })
  it('are not named by who only knows their hash, nor with another size', async () => {
    const file = sampleAttachment('known by its hash')
    await give('liu', 'known by its hash')
    const refused = { kind: 'rejected', code: 'file-missing', detail: file.name }
    expect((await record('fan', file)).outcome).toEqual(refused)
    expect((await record('liu', { ...file, size: file.size + 1 })).outcome).toEqual(refused)
    expect((await record('liu', file, sampleAttachment('never given'))).outcome).toEqual(refused)
    await give('fan', 'known by its hash')
    expect((await record('fan', file)).outcome).toMatchObject({ kind: 'applied' })
  })
  it('are refused without a session, from who decides nothing, under a wrong name and as other bytes', async () => {
    const hash = hashOfBytes(Buffer.from('right'))
    expect((await fetch(address(hash), { method: 'PUT', body: 'right' })).status).toBe(401)
    expect((await give('au', 'right')).status).toBe(403)
    expect((await give('liu', 'right', 'a'.repeat(63))).status).toBe(400)
    expect((await give('liu', 'wrong', hash)).status).toBe(400)
    expect(await under.platform.files.has(hash)).toBe(false)
    expect((await record('liu', sampleAttachment('right'))).outcome).toMatchObject({ code: 'file-missing' })
  })
  it('are refused above the limit before they are sent', async () => {
    const headers = { ...as('liu'), 'content-length': String(FILE_LIMIT_BYTES + 1) }
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(address('b'.repeat(64)), { method: 'PUT', headers }, (response) => {
        resolve(response.statusCode)
        asking.destroy()
      })
      asking.on('error', reject)
      asking.write('the beginning')
    })
    expect(status).toBe(413)
  })
  it('larger than other bodies are taken', async () => {
    const large = 'x'.repeat(3 * 1024 * 1024)
    expect((await give('liu', large)).status).toBe(204)
    expect((await record('liu', sampleAttachment(large))).outcome).toMatchObject({ kind: 'applied' })
  })
  it('go after some days where no record names them, and are to be given again', async () => {
    const [named, again, gone] = ['named', 'given again', 'forgotten'].map(sampleAttachment)
    for (const text of ['named', 'given again', 'forgotten']) await give('liu', text)
    await record('liu', named as Attachment)
    under.time.now += (GIVEN_FILE_DAYS - 1) * DAY_MS
    tokens.liu = await under.signIn('liu')
    await give('liu', 'given again')
    under.time.now += 2 * DAY_MS
    tokens.liu = await under.signIn('liu')
    await sweepFiles(under.platform)
    const has = await Promise.all(
      [named, again, gone].map((each) => under.platform.files.has(each?.sha256 ?? '')),
    )
    expect(has).toEqual([true, true, false])
    expect((await record('liu', gone as Attachment)).outcome).toMatchObject({ code: 'file-missing' })
    expect((await record('liu', again as Attachment)).outcome).toMatchObject({ kind: 'applied' })
    expect((await read('liu', named as Attachment)).status).toBe(200)
  })
  it('are held on to by every place of a record that may name some', async () => {
    const [slip, letter, proof, report, complaint, appeal] = [
      ...['slip', 'letter', 'proof', 'report', 'complaint', 'appeal'],
    ].map(sampleAttachment) as [Attachment, Attachment, Attachment, Attachment, Attachment, Attachment]
    const posted = { at: AT, by: 'liu', byName: 'liu' }
    const payee = { route: 'elsewhere' as const, name: '云栈', account: '62258801', bank: '招商银行' }
    const ticket = { reference: 'T-1', account: 'a-1', company: '云栈', address: '北京', contact: '张三' }
    const courier = { number: 'SJ-1', courier: '顺丰', tracking: 'SF1' }
    const entries: DepositEntry[] = [
      { kind: 'finance-ticket', amount: 0, ...ticket, phone: '010-1', attachments: [letter], ...posted },
      { kind: 'receipt-sent', amount: 0, ...courier, attachments: [slip], ...posted },
      {
        ...{ kind: 'refund-request', amount: 0, wanted: 100, reason: '合作终止', ...posted },
        payee: { ...payee, evidence: '开户许可证', attachments: [proof] },
      },
    ]
    const said = { ...DELIVERY_SAID, attachments: [report] }
    const statement = { receivedOn: '2026-11-20', statement: '由上游引起', evidence: '', ruling: null }
    await under.platform.store.write(async (tx) => {
      await tx.put('depositObligation', sampleObligation({ providerId: 'names-files', entries }))
      await tx.put('supervision', sampleSupervision({ steps: [{ step: 'delivered', ...posted, said }] }))
      const against = { ...statement, attachments: [appeal], ...posted }
      await tx.put('violation', sampleViolation({ attachments: [complaint], appeal: against }))
      await tx.put('offlineOrder', sampleOfflineOrder({ attachments: [sampleAttachment('a slip')] }))
    })
    const naming = (file: Attachment) => under.platform.store.kindsNaming(file.sha256)
    for (const file of [slip, letter, proof]) expect(await naming(file)).toEqual(['depositObligation'])
    expect(await naming(report)).toEqual(['supervision'])
    for (const file of [complaint, appeal]) expect(await naming(file)).toEqual(['violation'])
    expect(await naming(sampleAttachment('a slip'))).toEqual(['offlineOrder'])
  })
})
