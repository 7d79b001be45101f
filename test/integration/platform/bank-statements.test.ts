import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '#platform/commands/execute-command.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { StatementHead } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { feedScope } from '#shared/contracts/console-platform/visibility.ts'
import { APPLIED, type BankDesk, command, matching, startBankDesk, toDeposit } from './bank-desk.ts'
import { type ImportArguments, importedLine, importing, withBalances } from './bank-statement.ts'
import { newUlid } from './sample-records.ts'

let desk: BankDesk
let counter = 0
beforeAll(async () => {
  desk = await startBankDesk()
})
afterAll(() => desk.under.close())

async function fresh(): Promise<BankAccount> {
  counter += 1
  return desk.account({ number: `02000011090245${String(counter).padStart(5, '0')}` })
}
async function give({ id }: BankAccount, said: ImportArguments) {
  return desk.finance.command(command('bank.import-statement', await desk.got('bankAccount', { id }), said))
}
async function withdraw({ id }: BankAccount, statementId: string, reason = '导错了账户') {
  const account = await desk.got('bankAccount', { id })
  return desk.approver.command(command('bank.withdraw-statement', account, { statementId, reason }))
}
const known = (lines: readonly ImportedLine[]) => lines.map((line) => ({ ...line, id: null }))
const onDays = (...days: string[]) => days.map((bookedOn) => importedLine({ bookedOn }))

describe('a statement goes on where the account was left', () => {
  const october = () => withBalances(onDays('2026-10-05', '2026-10-30'))
  const closing = october().at(-1)?.balanceAfter ?? 0
  const head = ({ number }: BankAccount): Partial<StatementHead> => ({ account: number })

  it('or says by name that it does not', async () => {
    const account = await fresh()
    expect(await give(account, importing(october(), head(account)))).toMatchObject(APPLIED)
    const later = withBalances(onDays('2026-12-02', '2026-12-03'), closing + 300)
    const said = importing(later, head(account))
    expect(await give(account, said)).toMatchObject({ code: 'not-accepted', detail: 'not-continuous' })
    const accepted = { ...said, accepted: ['not-continuous' as const] }
    expect(await give(account, accepted)).toMatchObject(APPLIED)
    expect(await desk.got('bankStatement', said.statement)).toMatchObject({ accepted: ['not-continuous'] })
    const between = withBalances(
      [
        importedLine({ bookedOn: '2026-11-09', amount: 100 }),
        importedLine({ bookedOn: '2026-11-10', amount: 200 }),
      ],
      closing,
    )
    const overlapping = { accepted: ['overlapping' as const] }
    expect(await give(account, importing(between, head(account), overlapping))).toMatchObject(APPLIED)
  })

  it('which an older console, that cannot say so, is not asked', async () => {
    const account = await fresh()
    await give(account, importing(october(), head(account)))
    const said = importing(withBalances(onDays('2026-12-02', '2026-12-03'), closing + 300), head(account))
    const given = command('bank.import-statement', await desk.got('bankAccount', account), said)
    const liu = { id: 'liu', name: 'liu', email: 'liu@example.cn', roles: ['finance' as const] }
    expect(await executeCommand(desk.under.platform, liu, given, 3)).toMatchObject(APPLIED)
  })

  it('a withdrawn one leaves nothing to go on from', async () => {
    const account = await fresh()
    const said = importing(october(), head(account))
    await give(account, said)
    await withdraw(account, said.statement.id)
    const later = withBalances(onDays('2026-12-02', '2026-12-03'), closing + 300)
    expect(await give(account, importing(later, head(account)))).toMatchObject(APPLIED)
  })
})

describe('bank.withdraw-statement', () => {
  it('removes the lines of the statement alone, which stays with who and why, and the file comes in again', async () => {
    const account = await fresh()
    const head = { account: account.number }
    const all = withBalances(onDays('2026-11-02', '2026-11-05', '2026-11-09', '2026-11-12'))
    const first = importing(all.slice(0, 2), head)
    await give(account, first)
    const second = importing([...known(all.slice(0, 2)), ...all.slice(2)], head)
    await give(account, second)
    const { position, epoch } = await desk.store.head()
    expect(await withdraw(account, second.statement.id)).toMatchObject(APPLIED)

    const lines = await Promise.all(all.map(({ id }) => desk.store.get('bankLine', id ?? '')))
    expect(lines.map((line) => line !== null)).toEqual([true, true, false, false])
    expect(await desk.got('bankStatement', second.statement)).toMatchObject({
      version: 2,
      withdrawn: { reason: '导错了账户', by: 'wang', byName: 'wang' },
    })
    expect(await desk.got('bankAccount', account)).toMatchObject({
      imported: { from: '2026-11-02', to: '2026-11-05', statements: 1, lines: 2 },
    })
    const scope = feedScope(['finance'], PROTOCOL_VERSION)
    const page = await desk.finance.feed({ after: position, epoch, scope, limit: 100 })
    if (page.kind !== 'changes') throw new Error(page.reason)
    // A removal is the id alone.
    const removed = page.changes.flatMap(([, , row]) => (typeof row === 'string' ? [row] : []))
    expect(removed.toSorted()).toEqual(all.slice(2).map(({ id }) => id))
    const again = [...known(all.slice(0, 2)), ...all.slice(2).map((line) => ({ ...line, id: newUlid() }))]
    expect(await give(account, importing(again, head))).toMatchObject(APPLIED)
    expect((await desk.got('bankAccount', account)).imported).toMatchObject({ statements: 2, lines: 4 })
    const auditor = await desk.signIn('sun', 'auditor')
    expect(await auditor.verifyAudit()).toMatchObject({ intact: true })
  })

  it('is refused while a statement imported later counts its lines as known: the newest goes first, one by one', async () => {
    const account = await fresh()
    const head = { account: account.number }
    const all = withBalances(onDays('2026-11-02', '2026-11-05', '2026-11-09'))
    const later = async (said: ReturnType<typeof importing>) => {
      desk.under.time.now += 60_000
      expect(await give(account, said)).toMatchObject(APPLIED)
      return said.statement.id
    }
    const first = await later(importing(all.slice(0, 2), head))
    const second = await later(importing([...known(all.slice(0, 2)), ...all.slice(2)], head))
    const third = await later(importing(known(all), head))
    for (const resting of [first, second]) {
      expect(await withdraw(account, resting)).toMatchObject({
        ...{ code: 'later-import-rests', detail: expect.stringContaining('2026-11-02 – 2026-11-09') },
      })
    }
    for (const id of [third, second, first]) expect(await withdraw(account, id)).toMatchObject(APPLIED)
    expect((await desk.got('bankAccount', account)).imported).toBeNull()
  })

  it('leaves an account without statements as it was before its first', async () => {
    const account = await fresh()
    const said = importing(withBalances(onDays('2026-11-02', '2026-11-03')), { account: account.number })
    await give(account, said)
    await withdraw(account, said.statement.id)
    expect((await desk.got('bankAccount', account)).imported).toBeNull()
  })

  it('is refused while a line is matched, a second time, for another account’s statement, and to finance', async () => {
    const account = await fresh()
    const owed = await desk.obligation()
    const lines = withBalances(onDays('2026-11-02', '2026-11-03'))
    const said = importing(lines, { account: account.number })
    await give(account, said)
    const { id: statementId } = said.statement
    const line = await desk.got('bankLine', { id: lines[0]?.id ?? '' })
    expect(await desk.finance.command(matching(line, toDeposit(owed)))).toMatchObject(APPLIED)
    expect(await withdraw(account, statementId)).toMatchObject({ code: 'lines-matched', detail: line.id })
    const undone = command('deposit.unmatch', await desk.got('bankLine', line), { reason: '对错了' })
    expect(await desk.finance.command(undone)).toMatchObject(APPLIED)
    const other = await fresh()
    expect(await withdraw(other, statementId)).toMatchObject({ code: 'unknown-record' })
    const asked = command('bank.withdraw-statement', await desk.got('bankAccount', account), {
      statementId,
      reason: '导错了账户',
    })
    expect(await desk.finance.command(asked)).toMatchObject({ kind: 'not-allowed' })
    expect(await withdraw(account, statementId, ' ')).toMatchObject({ code: 'bad-arguments' })
    expect(await withdraw(account, statementId)).toMatchObject(APPLIED)
    expect(await withdraw(account, statementId, '再来一次')).toMatchObject({ code: 'wrong-state' })
    expect((await desk.got('depositObligation', owed)).entries).toHaveLength(2)
  })

  it('of 60,000 lines lets others decide meanwhile, shows none of them afterwards and frees their names', async () => {
    const account = await fresh()
    const many = withBalances(
      Array.from({ length: LARGE }, (_, at) => importedLine({ bookedOn: `2026-11-${day(at)}` })),
    )
    // Not over HTTP: making so many lines holds up this very process, and its connections with it.
    const liu = { id: 'liu', name: 'liu', email: 'liu@example.cn', roles: ['finance' as const] }
    const bring = async (lines: typeof many) => {
      const said = importing(lines, { account: account.number })
      const given = command('bank.import-statement', await desk.got('bankAccount', account), said)
      expect(await executeCommand(desk.under.platform, liu, given)).toMatchObject(APPLIED)
      return said
    }
    const said = await bring(many)
    const before = (await desk.store.digest(['bankLine'])).kinds.bankLine?.count ?? 0
    const { position } = await desk.store.head()
    const owed = await desk.obligation()
    const waive = command('deposit.waive', owed, { reason: '首批合作伙伴', until: '2026-12-31' })
    const [withdrawn, other] = await Promise.all([
      withdraw(account, said.statement.id),
      desk.finance.command(waive),
    ])
    if (withdrawn.kind !== 'applied' || other.kind !== 'applied') {
      throw new Error(JSON.stringify([withdrawn, other]))
    }
    expect(other.position).toBeLessThan(withdrawn.position)
    expect((await desk.store.digest(['bankLine'])).kinds.bankLine?.count).toBe(before - LARGE)
    let removed = 0
    for (let after = position, more = true; more; ) {
      const page = await desk.store.changesAfter(after, ['bankLine'], 5000)
      expect(page.changes.every(({ row }) => row === null)).toBe(true)
      removed += page.changes.length
      after = page.changes.at(-1)?.position ?? after
      more = page.more && page.changes.length > 0
    }
    expect(removed).toBe(LARGE)
    await bring(many.map((line) => ({ ...line, id: newUlid() })))
  }, 240_000)
})

const LARGE = 60_000
const day = (at: number) => String(1 + Math.floor((at * 28) / LARGE)).padStart(2, '0')
