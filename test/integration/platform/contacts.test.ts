import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { contactStatus, waitsFor } from '#shared/contracts/console-platform/records/contact.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleSubscription } from './sample-boards.ts'
import { newUlid, sampleOrder, sampleProvider } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>

let under: PlatformUnderTest
let support: Client
let finance: Client
let auditor: Client
const subscription = sampleSubscription()
const order = sampleOrder({ buyerName: '赵一一' })
beforeAll(async () => {
  under = await startPlatformUnderTest()
  const signIn = async (id: string, ...roles: Role[]) => {
    await under.addOperator(id, roles)
    return under.client(await under.signIn(id))
  }
  support = await signIn('jing', 'support')
  finance = await signIn('liu', 'finance')
  auditor = await signIn('lei', 'auditor')
  await under.platform.store.write(async (transaction) => {
    await transaction.put('provider', sampleProvider())
    await transaction.put('subscription', subscription)
    await transaction.put('order', order)
  })
})
afterAll(() => under.close())

async function give<T extends CommandType>(by: Client, type: T, recordId: string, said: CommandArguments<T>) {
  const expectedVersion = (await contactOf(recordId))?.version ?? 0
  return by.command({ id: newUlid(), type, recordId, expectedVersion, seenDigest: null, arguments: said })
}
const contactOf = (id: string) => under.platform.store.get('contact', id)

const CALL: CommandArguments<'contact.open'> = {
  ...{ marketplace: 'kubesphere', userId: null, userName: null, callerName: '王女士' },
  about: { kind: 'subscription', id: subscription.id },
  ...{ callerPhone: '13911112222', callerEmail: null, reason: 'refund', subject: '要求退款' },
  ...{ said: '买错了版本', settled: false },
}

it('takes provider, product and user from the record it is about, and is handed over, answered and closed', async () => {
  const id = newUlid()
  expect(await give(support, 'contact.open', id, CALL)).toMatchObject({ kind: 'applied', version: 1 })
  const { providerId, providerName, listingId, productName, userId, userName } = subscription
  expect(await contactOf(id)).toMatchObject({
    ...{ providerId, providerName, listingId, productName, userId, userName, steps: [] },
    opened: { by: 'jing' },
  })
  const asked = { to: 'provider', dueOn: '2026-11-24', text: '请确认能否退款' } as const
  expect(await give(support, 'contact.hand-over', id, asked)).toMatchObject({ kind: 'applied' })
  const handed = await contactOf(id)
  expect(handed === null ? null : waitsFor(handed)).toEqual(asked)
  expect(await give(finance, 'contact.record-answer', id, { text: '同意退款' })).toMatchObject({
    kind: 'applied',
  })
  const closing = { outcome: 'resolved', text: '已原路退款' } as const
  expect(await give(support, 'contact.close', id, closing)).toMatchObject({ kind: 'applied' })
  const closed = await contactOf(id)
  expect(closed === null ? null : contactStatus(closed)).toBe('closed')
  expect(closed?.steps.map(({ step, byName }) => [step, byName])).toEqual([
    ['handed-over', 'jing'],
    ['answered', 'liu'],
    ['closed', 'jing'],
  ])
  expect(await give(support, 'contact.close', id, closing)).toMatchObject({ code: 'wrong-state' })
  expect(await give(support, 'contact.reopen', id, { text: '再次来电' })).toMatchObject({ kind: 'applied' })
})

it('is refused about what is not on record or of another marketplace, to no vendor, and by a day that is past', async () => {
  const about = { kind: 'subscription', id: 'nowhere' } as const
  expect(await give(support, 'contact.open', newUlid(), { ...CALL, about })).toMatchObject({
    code: 'unknown-record',
  })
  expect(await give(support, 'contact.open', newUlid(), { ...CALL, marketplace: 'huawei' })).toMatchObject({
    code: 'other-marketplace',
  })
  const id = newUlid()
  expect(await give(support, 'contact.open', id, { ...CALL, about: null })).toMatchObject({ kind: 'applied' })
  const asked = { to: 'provider', dueOn: '2026-11-24', text: '请确认' } as const
  expect(await give(support, 'contact.hand-over', id, asked)).toMatchObject({ code: 'unknown-provider' })
  expect(
    await give(support, 'contact.hand-over', id, { ...asked, to: 'ops', dueOn: '2026-11-19' }),
  ).toMatchObject({ code: 'day-impossible' })
  expect(await give(finance, 'contact.close', id, { outcome: 'declined', text: '不符合' })).toMatchObject({
    kind: 'not-allowed',
  })
  expect(await give(auditor, 'contact.note', id, { text: '看过' })).toMatchObject({ kind: 'not-allowed' })
})

it('is closed at once where nothing is left to do, and sends support no phone and no e-mail of a caller', async () => {
  const id = newUlid()
  await give(support, 'contact.open', id, { ...CALL, settled: true })
  const contact = await contactOf(id)
  expect(contact === null ? null : contactStatus(contact)).toBe('closed')
  const seen = async (by: Client) => JSON.stringify(await by.snapshotPage({ kind: 'contact' }))
  expect(await seen(support)).toContain('王女士')
  expect(await seen(support)).not.toContain('13911112222')
  expect(await seen(auditor)).toContain('13911112222')
})

it('tells support of a conflict without phone and e-mail of the caller, whenever it asks', async () => {
  const id = newUlid()
  await give(support, 'contact.open', id, CALL)
  const late = { id: newUlid(), recordId: id, expectedVersion: 9, seenDigest: null }
  for (const command of [late, late]) {
    const outcome = await support.command({
      ...command,
      type: 'contact.note',
      arguments: { text: '再次来电' },
    })
    expect(outcome).toMatchObject({ kind: 'conflict', current: { callerName: '王女士', callerPhone: null } })
    expect(JSON.stringify(outcome)).not.toContain('13911112222')
  }
})

it('sends support no name of a buyer whose order it is about, for it has none with the order', async () => {
  const id = newUlid()
  await give(support, 'contact.open', id, { ...CALL, about: { kind: 'order', id: order.id } })
  expect(await contactOf(id)).toMatchObject({ userId: order.buyerId, userName: order.buyerName })
  const seen = async (by: Client) => JSON.stringify(await by.snapshotPage({ kind: 'contact' }))
  expect(await seen(support)).toContain(order.id)
  expect(await seen(support)).not.toContain(order.buyerName)
  expect(await seen(auditor)).toContain(order.buyerName)
})
