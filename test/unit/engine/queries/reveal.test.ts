import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRevealed } from '#main/engine/queries/reveal.ts'
import { cutRecord } from '#shared/contracts/console-platform/visibility.ts'
import { sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const provider = sampleProvider({
  contact: { name: '周敏', phone: '13800000000', email: 'zhou@example.cn' },
})
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['support'] })
  desk.put('provider', [cutRecord('provider', provider, ['support'])])
  desk.index()
})
afterAll(() => desk.close())

const question = { kind: 'provider', id: provider.id, reason: '客户来电' } as const

it('what the platform tells is said field by field, and kept nowhere', async () => {
  const context = desk.desk()
  const { uscc, residentId, contact, documents } = provider
  const reveal = () => Promise.resolve({ uscc, residentId, contact, documents })
  const before = desk.cache.sql.serialize()
  const values = await readRevealed({ ...context, workspace: { ...context.workspace, reveal } }, question)
  expect(JSON.stringify(values)).toContain('13800000000')
  expect(values.map(({ label }) => label.zh).join()).toContain('电话')
  expect(desk.cache.sql.serialize().equals(before)).toBe(true)
})

it('a record that is not here is not asked about', async () => {
  await expect(readRevealed(desk.desk(), { ...question, id: 'nobody' })).rejects.toThrow('nobody')
})

it('without the platform nothing is shown', async () => {
  const offline = () => Promise.reject(new Error('offline'))
  const context = desk.desk()
  await expect(
    readRevealed({ ...context, workspace: { ...context.workspace, reveal: offline } }, question),
  ).rejects.toThrow('offline')
})
