import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineStatus, liveAllocation } from '#shared/contracts/console-platform/records/bank-line.ts'
import { depositBalance } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { APPLIED, type BankDesk, command, matching, startBankDesk, toDeposit } from './bank-desk.ts'
import { newUlid, sampleApplicant, sampleApplication } from './sample-records.ts'

let desk: BankDesk
beforeAll(async () => {
  desk = await startBankDesk()
})
afterAll(() => desk.under.close())

const unmatch = (line: { id: string; version: number }) =>
  command('deposit.unmatch', line, { reason: '认错了人' })

describe('a match', () => {
  it('posts each part on its deposit and accounts for the whole line; undone, all is as it was', async () => {
    const [one, two] = [await desk.obligation(), await desk.obligation()]
    const line = await desk.line({ amount: 700_000 })
    const given = matching(line, toDeposit(one), toDeposit(two, 200_000))
    expect(await desk.finance.command(given)).toMatchObject({ ...APPLIED, version: 2 })
    const matched = await desk.got('bankLine', line)
    expect(lineStatus(matched)).toBe('matched')
    expect(liveAllocation(matched)).toMatchObject({ automatic: false, by: 'liu' })
    expect(depositBalance(await desk.got('depositObligation', one))).toBe(500_000)
    expect(depositBalance(await desk.got('depositObligation', two))).toBe(200_000)

    expect(await desk.finance.command(unmatch(matched))).toMatchObject({ ...APPLIED, version: 3 })
    expect(lineStatus(await desk.got('bankLine', line))).toBe('open')
    for (const before of [one, two]) {
      const after = await desk.got('depositObligation', before)
      expect(depositBalance(after)).toBe(0)
      expect(after.entries.map(({ kind }) => kind)).toEqual(['match', 'unmatch'])
      expect({ ...after, version: 1, entries: [], history: [], updatedAt: before.updatedAt }).toEqual(before)
    }
  })

  it('is refused by name where it does not fit', async () => {
    const owed = await desk.obligation()
    const elsewhere = await desk.obligation({ marketplace: 'aliyun' })
    const line = await desk.line()
    const out = await desk.line({ direction: 'out', side: 'debit' })
    const refund = { ...toDeposit(owed), target: { kind: 'refund' as const, obligationId: owed.id } }
    for (const [given, code] of [
      [matching(line, toDeposit(owed, 499_999)), 'parts-do-not-sum'],
      [matching(line, toDeposit({ id: newUlid() })), 'unknown-deposit'],
      [matching(line, toDeposit(elsewhere)), 'other-marketplace'],
      [matching(out, toDeposit(owed)), 'wrong-direction'],
      [matching(out, refund), 'refund-not-approved'],
      [unmatch(line), 'wrong-state'],
    ] as const) {
      expect(await desk.finance.command(given)).toMatchObject({ kind: 'rejected', code })
    }
    expect(await desk.got('bankLine', line)).toEqual(line)
  })

  it('against which something speaks is taken with a note, and the note stays on the ledger', async () => {
    const [owed, line] = [await desk.obligation(), await desk.line()]
    const part = { ...toDeposit(owed), reasons: ['third-party-payer' as const, 'amount-equal' as const] }
    expect(await desk.finance.command(matching(line, part))).toMatchObject({
      kind: 'rejected',
      code: 'note-missing',
    })
    const noted = command('deposit.match', line, { parts: [part], note: '代付函已核对' })
    expect(await desk.finance.command(noted)).toMatchObject(APPLIED)
    const { entries } = await desk.got('depositObligation', owed)
    expect(entries).toMatchObject([{ kind: 'match', note: '代付函已核对', line: line.id }])
  })

  it('is for finance alone, and whoever may not see lines gets none with a conflict', async () => {
    const [owed, line] = [await desk.obligation(), await desk.line()]
    const ops = await desk.signIn('li', 'ops')
    expect(await ops.command(matching(line, toDeposit(owed)))).toEqual({
      kind: 'not-allowed',
      needs: ['finance'],
    })
    await desk.finance.command(matching(line, toDeposit(owed)))
    expect(await desk.both.command(matching(line, toDeposit(owed)))).toMatchObject({
      kind: 'conflict',
      current: { id: line.id, version: 2 },
    })
  })

  it('given again from another device is already applied; with other parts it is a conflict', async () => {
    const [owed, line] = [await desk.obligation(), await desk.line()]
    await desk.finance.command(matching(line, toDeposit(owed)))
    expect(await desk.finance.command(matching(line, toDeposit(owed)))).toMatchObject({
      kind: 'already-applied',
      version: 2,
    })
    const other = matching(line, { ...toDeposit(owed), target: { kind: 'other', what: 'sales' } })
    expect(await desk.finance.command(other)).toMatchObject({ kind: 'conflict' })
    expect((await desk.got('depositObligation', owed)).entries).toHaveLength(1)
  })
})

describe('a returned payment 退汇', () => {
  it('takes its original back whole and reopens what it closed; undone, the original stands again', async () => {
    const accountId = newUlid()
    const owed = await desk.obligation()
    const original = await desk.line({ accountId })
    const back = await desk.line({ accountId, direction: 'out', side: 'debit' })
    await desk.finance.command(matching(original, toDeposit(owed)))
    const part = {
      target: { kind: 'return' as const, lineId: original.id },
      amount: 500_000,
      reasons: ['opposite-amount' as const],
    }
    expect(await desk.finance.command(matching(back, part))).toMatchObject(APPLIED)
    expect(lineStatus(await desk.got('bankLine', original))).toBe('taken-back')
    expect((await desk.got('bankLine', original)).takenBackBy).toBe(back.id)
    expect(depositBalance(await desk.got('depositObligation', owed))).toBe(0)

    expect(await desk.finance.command(unmatch(await desk.got('bankLine', back)))).toMatchObject(APPLIED)
    const again = await desk.got('bankLine', original)
    expect([lineStatus(again), again.takenBackBy]).toEqual(['matched', null])
    expect(lineStatus(await desk.got('bankLine', back))).toBe('open')
    expect(depositBalance(await desk.got('depositObligation', owed))).toBe(500_000)
  })

  it('of another amount or account, or taken back twice, is not the original', async () => {
    const accountId = newUlid()
    const original = await desk.line({ accountId, direction: 'out', side: 'debit' })
    const part = {
      target: { kind: 'return' as const, lineId: original.id },
      amount: 500_000,
      reasons: [],
    }
    const elsewhere = await desk.line()
    const first = await desk.line({ accountId })
    const second = await desk.line({ accountId })
    const refused = { kind: 'rejected', code: 'not-the-original' }
    expect(await desk.finance.command(matching(elsewhere, part))).toMatchObject(refused)
    expect(await desk.finance.command(matching(first, part))).toMatchObject(APPLIED)
    expect(await desk.finance.command(matching(second, part))).toMatchObject(refused)
  })
})

describe('a deposit that becomes held', () => {
  /** An approved application whose contracts are signed, and what it owes. */
  async function waiting(providerId: string, contracts: 'signed' | 'missing' = 'signed') {
    const pack = desk.under.platform.policies.packs.find(({ marketplace }) => marketplace === 'kubesphere')
    const agreements = (pack?.admission.agreements ?? []).filter(({ need }) => need === 'required')
    const application = await desk.put(
      'application',
      sampleApplication({
        providerId,
        status: 'deposit_pending',
        applicant: sampleApplicant({ name: '新星科技' }),
        contracts:
          contracts === 'missing'
            ? []
            : agreements.map(({ id }) => ({
                agreement: id,
                version: '1',
                signedBy: '李四',
                signedOn: '2026-11-20',
              })),
      }),
    )
    return { application, owed: await desk.obligation({ providerId }) }
  }

  it('opens the application that waited for it: the platform does, and the vendor is a provider', async () => {
    const { application, owed } = await waiting('newcomer-1')
    const line = await desk.line()
    expect(await desk.finance.command(matching(line, toDeposit(owed)))).toMatchObject(APPLIED)
    const opened = await desk.got('application', application)
    expect(opened).toMatchObject({ version: 2, status: 'open' })
    expect(opened.history.at(-1)).toMatchObject({
      actor: 'platform',
      actorName: 'Marketdesk',
      action: 'application.open',
    })
    expect(await desk.store.get('provider', 'newcomer-1')).toMatchObject({
      status: 'active',
      joinedOn: '2026-11-20',
    })
    // Told to the ledger as well, in the same commit.
    expect((await desk.got('depositObligation', owed)).facts.joinedOn).toBe('2026-11-20')
  })

  it('in part opens nothing, and neither does one without the contracts', async () => {
    const partly = await waiting('newcomer-2')
    const unsigned = await waiting('newcomer-3', 'missing')
    const [small, whole] = [await desk.line({ amount: 300_000 }), await desk.line()]
    await desk.finance.command(matching(small, toDeposit(partly.owed, 300_000)))
    expect(await desk.finance.command(matching(whole, toDeposit(unsigned.owed)))).toMatchObject(APPLIED)
    for (const { application } of [partly, unsigned]) {
      expect(await desk.got('application', application)).toEqual(application)
    }
    const rest = await desk.line({ amount: 200_000 })
    await desk.finance.command(matching(rest, toDeposit(partly.owed, 200_000)))
    expect((await desk.got('application', partly.application)).status).toBe('open')
  })
})
