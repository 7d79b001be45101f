import { expect, it } from 'vitest'
import { newUlid, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, deskUnderTest } from '../queries/desk-under-test.ts'

it('what lets money go is refused while the platform does not answer, and nothing of it is kept; the rest waits', () => {
  const posted = { at: '2026-11-20T02:00:00.000Z', by: 'op-3', byName: '刘芳' }
  const asked = sampleObligation({
    entries: [
      { kind: 'match', note: '', amount: 500_000, line: newUlid(), ...posted },
      { kind: 'refund-request', payee: null, amount: 0, wanted: 500_000, reason: '合作终止', ...posted },
    ],
  })
  const desk = deskUnderTest({ ...ACCOUNT, roles: ['finance-approver'] })
  desk.put('depositObligation', [asked])
  const { outbox } = desk.desk().workspace
  const seenDigest = outbox.seenDigest('depositObligation', asked.id)
  const about = { recordId: asked.id, expectedVersion: asked.version, seenDigest }
  const approve = { ...about, type: 'deposit.approve-refund', arguments: { amount: 500_000 } } as const
  expect(() => outbox.enqueue(approve)).toThrow(expect.objectContaining({ code: 'offline' }))
  expect(outbox.waiting()).toEqual([])
  const decline = { ...about, type: 'deposit.decline-refund', arguments: { reason: '账号不符' } } as const
  expect(outbox.enqueue(decline).state).toBe('held')
  desk.close()
})
