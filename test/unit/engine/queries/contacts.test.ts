import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readContactCase } from '#main/engine/queries/contacts/contact-case.ts'
import { contactsBeside } from '#main/engine/queries/contacts/contact-rows.ts'
import { tallyContacts } from '#main/engine/queries/contacts/contact-tally.ts'
import { listContacts } from '#main/engine/queries/contacts/list-contacts.ts'
import { type ContactFilter, contactFilterSchema } from '#shared/contracts/console-engine/contacts.ts'
import type { ContactStep } from '#shared/contracts/console-platform/records/contact.ts'
import { sampleContact, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { newUlid, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const by = { at: '2026-11-18T02:00:00.000Z', by: 'op-1', byName: '周敏' }
const opened = (at: string) => ({ ...by, at })
const handed = (dueOn: string): ContactStep => ({
  ...{ step: 'handed-over', ...by, said: { to: 'provider', dueOn, text: '请确认' } },
})
const subscription = sampleSubscription()
const open = sampleContact({
  about: { kind: 'subscription', id: subscription.id },
  opened: opened('2026-11-19T15:59:59.999Z'),
})
const late = sampleContact({ steps: [handed('2026-11-19')], opened: opened('2026-11-18T02:00:00.000Z') })
const due = sampleContact({ steps: [handed('2026-11-20')], reason: 'invoice' })
const elsewhere = sampleContact({
  ...{ listingId: null, productName: null, providerId: '', providerName: '', userId: 'u-2' },
  steps: [{ step: 'closed', ...by, said: { outcome: 'resolved', text: '已答复' } }],
})
let desk: DeskUnderTest
beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['support'] })
  desk.put('provider', [sampleProvider()])
  desk.put('subscription', [subscription])
  desk.put('contact', [open, late, due, elsewhere])
  desk.index()
})
afterAll(() => desk.close())

function listed(filter: Partial<ContactFilter>, column: 'openedAt' | 'dueOn' = 'dueOn') {
  const question = { sort: { column, descending: false }, after: null, limit: 10 } as const
  return listContacts(desk.desk(), { ...question, filter: contactFilterSchema.parse(filter) }).rows.map(
    ({ id }) => id,
  )
}

describe('contact records', () => {
  it('are found by state, reason, day, product and a late answer, what is due first standing first', () => {
    expect(listed({}).slice(0, 2)).toEqual([late.id, due.id])
    expect(listed({ statuses: ['closed'] })).toEqual([elsewhere.id])
    expect(listed({ reason: 'invoice' })).toEqual([due.id])
    expect(listed({ overdue: true })).toEqual([late.id])
    expect(listed({ from: '2026-11-19', to: '2026-11-19' })).toEqual([open.id])
    expect(listed({ listingId: 'listing-1' })).not.toContain(elsewhere.id)
    expect(listed({ text: '云备份' })).not.toContain(elsewhere.id)
  })

  it('stand beside what they are about and beside their user, with decisions on their way', () => {
    const beside = (of: Parameters<typeof contactsBeside>[1]) => contactsBeside(desk.desk(), of).rows
    const about = { of: 'record', kind: 'subscription', id: subscription.id } as const
    expect(beside(about).map(({ id }) => id)).toEqual([open.id])
    expect(beside({ of: 'user', id: 'u-2' }).map(({ id }) => id)).toEqual([elsewhere.id])
    const recordId = newUlid()
    const pending = desk.desk().workspace.outbox.enqueue({
      ...{ type: 'contact.open', recordId, expectedVersion: 0, seenDigest: null },
      arguments: {
        ...{ marketplace: 'kubesphere', userId: null, userName: null, callerName: null, callerPhone: null },
        ...{ callerEmail: null, reason: 'other', subject: '回访', said: '已回访', settled: true },
        about: { kind: 'subscription', id: subscription.id },
      },
    })
    expect(beside(about).map(({ id, userName, pending: way }) => [id, userName, way?.state])).toEqual([
      [recordId, '李四', 'held'],
      [open.id, '李四', undefined],
    ])
    desk.desk().workspace.outbox.undo(pending.id)
    expect(beside(about)).toHaveLength(1)
  })

  it('open with the contact of the vendor and a day that an answer is due', () => {
    const answer = readContactCase(desk.desk(), late.id)
    expect(answer).toMatchObject({
      vendor: { id: 'provider-1', contact: sampleProvider().contact },
      waits: { to: 'provider', dueOn: '2026-11-19', overdue: true },
      answerBy: '2026-11-24',
      allowed: ['contact.record-answer', 'contact.close', 'contact.hand-over', 'contact.note'],
    })
    expect(readContactCase(desk.desk(), elsewhere.id)).toMatchObject({
      vendor: null,
      allowed: ['contact.note', 'contact.reopen'],
    })
  })

  it('are counted by product and reason', () => {
    const scope = { marketplaces: [], from: null, to: null }
    expect(tallyContacts(desk.desk(), scope)).toMatchObject({
      more: false,
      rows: [
        {
          listingId: 'listing-1',
          productName: '云备份',
          total: 3,
          open: 3,
          byReason: { refund: 2, invoice: 1 },
        },
        { listingId: null, productName: null, total: 1, open: 0, byReason: { refund: 1, fault: 0 } },
      ],
    })
    expect(tallyContacts(desk.desk(), { ...scope, from: '2026-11-19', to: '2026-11-19' }).rows).toHaveLength(
      1,
    )
  })
})
