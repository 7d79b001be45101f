import { afterEach, beforeEach, expect, it } from 'vitest'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleAccount, sampleOrder, sampleProvider } from './sample-records.ts'

const CONTACT = { name: '周敏', phone: '13800000000', email: 'zhou@example.cn' }
const REASON = '客户来电核对登记的电话'

let under: PlatformUnderTest
beforeEach(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('chen', ['support'])
  await under.addOperator('admin', ['admin'])
  await under.addOperator('zhao', ['auditor'])
  await under.platform.store.write(async (tx) => {
    await tx.put('provider', sampleProvider({ id: 'provider-1', contact: CONTACT }))
    await tx.put('order', sampleOrder({ id: ORDER, buyerName: '李雷' }))
    await tx.put('bankAccount', sampleAccount({ id: ACCOUNT }))
  })
})
afterEach(() => under.close())

const ORDER = '01JD00000000000000000000R1'
const ACCOUNT = '01JD00000000000000000000R2'

async function clientOf(person: string) {
  return under.client(await under.signIn(person))
}

it('personal data is told to support for a reason, and who asked about what and why is in the audit log', async () => {
  const support = await clientOf('chen')
  const { fields } = await support.reveal({ kind: 'provider', id: 'provider-1', reason: REASON })
  expect(fields).toMatchObject({ contact: CONTACT })
  expect(Object.keys(fields)).not.toContain('name')
  const { entries } = await (await clientOf('zhao')).audit({ limit: 500 })
  expect(entries.find(({ action }) => action.startsWith('personal-data.reveal'))).toMatchObject({
    action: `personal-data.reveal: ${REASON}`,
    actor: 'chen',
    recordKind: 'provider',
    recordId: 'provider-1',
  })
  expect((await support.reveal({ kind: 'order', id: ORDER, reason: REASON })).fields).toEqual({
    buyerName: '李雷',
  })
})

it('nothing is told without a reason, and what is not told leaves no entry', async () => {
  const support = await clientOf('chen')
  await expect(support.reveal({ kind: 'provider', id: 'provider-1', reason: '  ab ' })).rejects.toMatchObject(
    {
      code: 'BAD_REQUEST',
    },
  )
  await expect(support.reveal({ kind: 'provider', id: 'nobody', reason: REASON })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const { entries } = await (await clientOf('zhao')).audit({ limit: 500 })
  expect(entries.filter(({ action }) => action.startsWith('personal-data'))).toEqual([])
})

it('who may not see a record is not told what is personal in it', async () => {
  await expect(
    (await clientOf('chen')).reveal({ kind: 'bankAccount', id: ACCOUNT, reason: REASON }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(
    (await clientOf('admin')).reveal({ kind: 'provider', id: 'provider-1', reason: REASON }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
