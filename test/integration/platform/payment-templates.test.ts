import { beforeAll, describe, expect, it } from 'vitest'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { BankTemplate } from '#shared/payments/templates/bank-template.ts'
import { KNOWN_TEMPLATES } from '#shared/payments/templates/known-templates.ts'
import { batchDesk } from './batch-desk.ts'
import { samplePaymentTemplate } from './sample-batches.ts'
import { newUlid } from './sample-records.ts'

type Client = ReturnType<ReturnType<typeof batchDesk>['clients']>['finance']

const { clients, store, approved, payoutOf, give, batching, batchOf } = batchDesk()
let finance: Client
let wang: Client
beforeAll(() => {
  ;({ finance, wang } = clients())
})

const { template: own } = samplePaymentTemplate()
const renamed = (id: string): BankTemplate => ({ ...own, id, name: `银行 ${id}` })
function set(by: Client, said: Partial<CommandArguments<'payout.set-template'>> = {}, recordId = newUlid()) {
  return by.command({
    ...{ id: newUlid(), type: 'payout.set-template', recordId, expectedVersion: 0, seenDigest: null },
    arguments: { number: 1, template: own, reason: '网银要求备注不能为空', ...said },
  })
}
const refused = (code: string) => ({ kind: 'rejected', code })

describe('the template of a bank', () => {
  it('is set by an approver with a reason, each number once and without gaps', async () => {
    const template = renamed('boc')
    expect(await set(finance, { template })).toMatchObject({ kind: 'not-allowed' })
    expect(await set(wang, { template, reason: '改' })).toMatchObject(refused('bad-arguments'))
    expect(await set(wang, { template, number: 2 })).toMatchObject(refused('template-moved'))
    const first = newUlid()
    expect(await set(wang, { template }, first)).toMatchObject({ kind: 'applied' })
    expect(await set(wang, { template })).toMatchObject(refused('template-moved'))
    expect(await set(wang, { template, number: 2 })).toMatchObject({ kind: 'applied' })
    expect(await store().get('paymentTemplate', first)).toMatchObject({ number: 1, set: { by: 'wang' } })
  })

  it('names the payee, the amount and the reference of each payment, and no column twice', async () => {
    const template = renamed('ceb')
    for (const columns of [
      template.columns.filter(({ content }) => content.kind !== 'amount'),
      template.columns.map((column) => ({ ...column, heading: '列' })),
    ]) {
      expect(await set(wang, { template: { ...template, columns } })).toMatchObject(refused('bad-arguments'))
    }
  })

  it('has no fixed text that could be an account: every payment would go there', async () => {
    const template = renamed('abc')
    for (const text of ['6222 0212', '６２２２０２１２', '6222.0212', '6222\u200b02', '账号：62 22 02']) {
      const content = { kind: 'text' as const, text }
      const columns = template.columns.map((column) =>
        column.heading === '备注' ? { ...column, content } : column,
      )
      expect(await set(wang, { template: { ...template, columns } })).toMatchObject(refused('bad-arguments'))
    }
  })

  it('is what a batch is written by, and a batch keeps that of its day', async () => {
    const format = { kind: 'template' as const, template: renamed('spdb') }
    const make = async (id: string, by = finance) =>
      give(by, 'payout.batch', id, batching([payoutOf(await approved())], { format }))
    expect(await make(newUlid())).toMatchObject(refused('template-moved'))
    expect(await set(wang, { template: format.template })).toMatchObject({ kind: 'applied' })
    const id = newUlid()
    expect(await make(id)).toMatchObject({ kind: 'applied' })
    const next = { ...format.template, sheet: '代付' }
    expect(await set(wang, { template: next, number: 2 })).toMatchObject({ kind: 'applied' })
    expect(await make(newUlid())).toMatchObject(refused('template-moved'))
    expect((await batchOf(id)).format).toEqual(format)
  })

  it('is not that of a batch which who set it makes', async () => {
    const template = renamed('cib')
    expect(await set(wang, { template })).toMatchObject({ kind: 'applied' })
    const [standard] = KNOWN_TEMPLATES
    if (standard === undefined) throw new Error('there is a template')
    for (const [chosen, outcome] of [
      [template, refused('same-person')],
      [standard, { kind: 'applied' }],
    ] as const) {
      const request = await approved({
        approvals: [{ at: '2026-11-24T02:00:00.000Z', by: 'chen', byName: 'chen' }],
      })
      const format = { kind: 'template' as const, template: chosen }
      const made = await give(wang, 'payout.batch', newUlid(), batching([payoutOf(request)], { format }))
      expect(made).toMatchObject(outcome)
    }
  })
})
