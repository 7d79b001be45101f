import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '#platform/commands/execute-command.ts'
import { prepareImport } from '#platform/commands/prepare-import.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'
import type { Command, Outcome } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { lineStatus } from '#shared/contracts/console-platform/records/bank-line.ts'
import { depositBalance } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { APPLIED, type BankDesk, command, startBankDesk, toDeposit } from './bank-desk.ts'
import { importedLine, importing, withBalances } from './bank-statement.ts'
import { newUlid, sampleAccount, sampleObligation } from './sample-records.ts'

let desk: BankDesk
let counter = 0
beforeAll(async () => {
  desk = await startBankDesk()
})
afterAll(() => desk.under.close())

/** An account nobody has imported anything into. */
async function fresh(): Promise<BankAccount> {
  counter += 1
  return desk.account({ number: `02000011090246${String(counter).padStart(5, '0')}` })
}
const three = () =>
  withBalances([
    importedLine(),
    importedLine({ bookedOn: '2026-11-03', direction: 'out', side: 'debit', amount: 1500 }),
    importedLine({ bookedOn: '2026-11-05' }),
  ])
const countOf = async (kind: 'bankLine' | 'bankStatement') =>
  (await desk.store.digest([kind])).kinds[kind]?.count

describe('an import is prepared before its transaction', () => {
  const liu = { id: 'liu', name: 'liu', email: 'liu@example.cn', roles: ['finance' as const] }
  const wang = { ...liu, id: 'wang', name: 'wang', roles: ['finance-approver' as const] }
  const by = (person: Account, given: Command) => executeCommand(desk.under.platform, person, given)
  const importOf = (
    account: BankAccount,
    lines: readonly ImportedLine[],
    head: object = {},
    more: object = {},
  ) => command('bank.import-statement', account, importing(lines, { account: account.number, ...head }, more))
  const opening = (id: string) => {
    counter += 1
    const { holder, bank, currency } = sampleAccount()
    const number = `62220202${String(counter).padStart(6, '0')}`
    const said = { marketplace: 'kubesphere' as const, number, holder, bank, currency }
    return { number, given: command('bank.open-account', { id, version: 0 }, said) }
  }

  it('and a command that comes meanwhile does not wait for that', async () => {
    const account = await fresh()
    const { given } = opening(newUlid())
    const [large, small] = await Promise.all([by(liu, importOf(account, three())), by(wang, given)])
    if (large.kind !== 'applied' || small.kind !== 'applied') throw new Error(JSON.stringify([large, small]))
    expect(small.position).toBeLessThan(large.position)
  })
  it('and rests on the version of the account that it was given for, whatever comes meanwhile', async () => {
    const account = await fresh()
    const lines = three()
    const later = withBalances([7, 8].map((day) => importedLine({ bookedOn: `2026-11-0${day}` })))
    const before = await countOf('bankLine')
    const [first, second, third] = await Promise.all([
      by(liu, importOf(account, lines)),
      by(liu, importOf(account, later)),
      by(
        liu,
        importOf({ ...account, version: account.version + 1 }, later, {}, { accepted: ['not-continuous'] }),
      ),
    ])
    expect(first).toMatchObject(APPLIED)
    expect(second).toMatchObject({ kind: 'conflict', currentVersion: account.version + 1 })
    expect(third).toMatchObject({ ...APPLIED, version: account.version + 2 })
    expect(await countOf('bankLine')).toBe((before ?? 0) + 5)
  })
  it('or in it, where the account comes to be only meanwhile', async () => {
    const id = newUlid()
    const { number, given } = opening(id)
    const account = sampleAccount({ id, number })
    const [opened, imported] = await Promise.all([by(wang, given), by(liu, importOf(account, three()))])
    expect(opened).toMatchObject(APPLIED)
    expect(imported).toMatchObject({ ...APPLIED, version: 2 })
  })
  it('and given twice at once has one effect and one outcome', async () => {
    const account = await fresh()
    const given = importOf(account, three())
    const before = await countOf('bankLine')
    const [first, again] = await Promise.all([by(liu, given), by(liu, given)])
    expect(first).toMatchObject(APPLIED)
    expect(again).toEqual(first)
    expect(await countOf('bankLine')).toBe((before ?? 0) + 3)
  })
  it('and lines that another import brought meanwhile are known all the same', async () => {
    const [account, other] = [await fresh(), await fresh()]
    const lines = three()
    const [first, second] = await Promise.all([
      by(liu, importOf(account, lines)),
      by(liu, importOf(other, lines)),
    ])
    expect(first).toMatchObject(APPLIED)
    expect(second).toMatchObject({ kind: 'rejected', code: 'lines-known' })
  })
  const many = (count: number) =>
    withBalances(Array.from({ length: count }, (_, at) => importedLine({ amount: 100 + at })))
  /** When the first lines of an import are staged; it must not end before. */
  const staged = async (commandId: string, running: Promise<Outcome>) => {
    let ended: Outcome | null = null
    running.then((outcome) => {
      ended = outcome
    })
    while (!(await desk.store.stagedBatches()).includes(commandId)) {
      if (ended !== null) throw new Error(JSON.stringify(ended))
      await setImmediate()
    }
  }
  const nothingStaged = async () => expect(await desk.store.stagedBatches()).toEqual([])

  it('and what others decide while its lines are staged goes before it; nobody sees any before all', async () => {
    const account = await fresh()
    const lines = many(6000)
    const before = (await countOf('bankLine')) ?? 0
    const running = by(liu, importOf(account, lines))
    const positions: number[] = []
    let isOver = false
    const over = running.finally(() => {
      isOver = true
    })
    while (!isOver) {
      await setImmediate()
      const count = await countOf('bankLine')
      const opened = await by(wang, opening(newUlid()).given)
      if (opened.kind !== 'applied') throw new Error(JSON.stringify(opened))
      if (count === before) positions.push(opened.position)
      else expect(count).toBe(before + 6000)
    }
    const outcome = await over
    expect(outcome).toMatchObject(APPLIED)
    expect(positions.length).toBeGreaterThan(3)
    expect(await countOf('bankLine')).toBe(before + 6000)
    await nothingStaged()
  })
  it('and where its account changes while they are staged it is a conflict, and leaves nothing behind', async () => {
    const account = await fresh()
    const given = importOf(account, many(6000))
    const before = await countOf('bankLine')
    const running = by(liu, given)
    await staged(given.id, running)
    await desk.put('bankAccount', { ...account, version: 2 })
    expect(await running).toMatchObject({ kind: 'conflict', currentVersion: 2 })
    expect(await countOf('bankLine')).toBe(before)
    await nothingStaged()
    const again = importOf({ ...account, version: 2 }, many(6000))
    expect(await by(liu, again)).toMatchObject(APPLIED)
  })
  it('and where a line of it comes to be on record meanwhile, that is found out', async () => {
    const account = await fresh()
    const lines = many(6000)
    const [taken] = lines
    const given = importOf(account, lines)
    const running = by(liu, given)
    await staged(given.id, running)
    await desk.line({ id: taken?.id ?? '', accountId: newUlid() })
    expect(await running).toMatchObject({ kind: 'rejected', code: 'lines-known', detail: 'row 3' })
    await nothingStaged()
  })
  it('and where a match of it does not hold its staged lines are dropped', async () => {
    const [account, owed] = [await fresh(), await desk.obligation({ amount: 1 })]
    const lines = many(1500)
    const matches = [{ lineId: lines[0]?.id ?? '', part: toDeposit(owed, lines[0]?.amount ?? 0) }]
    const said = importing(lines, { account: account.number }, { matches })
    const before = await countOf('bankLine')
    expect(await by(liu, command('bank.import-statement', account, said))).toMatchObject({
      ...{ kind: 'rejected', code: 'wrong-state' },
    })
    expect(await countOf('bankLine')).toBe(before)
    await nothingStaged()
    expect(await by(liu, importOf(account, lines))).toMatchObject(APPLIED)
  })
  it('and lines that it matches are staged as it leaves them, also where the deposit comes to be only meanwhile', async () => {
    const account = await fresh()
    const lines = many(6000)
    const [line] = lines
    const owed = sampleObligation({ amount: line?.amount ?? 0 })
    const matches = [{ lineId: line?.id ?? '', part: toDeposit(owed, line?.amount ?? 0) }]
    const given = importOf(account, lines, {}, { matches })
    const running = by(liu, given)
    await staged(given.id, running)
    await desk.store.write((transaction) => transaction.put('depositObligation', owed))
    expect(await running).toMatchObject(APPLIED)
    const after = await desk.got('bankLine', { id: line?.id ?? '' })
    expect(lineStatus(after)).toBe('matched')
    expect(depositBalance(await desk.got('depositObligation', owed))).toBe(line?.amount)
    await nothingStaged()
  })
  it('and a platform that ends while they are staged has none of it when it starts, and takes the command again', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'marketdesk-crash-'))
    const policies = await loadPolicies()
    try {
      const account = sampleAccount()
      const given = importOf(account, many(2500))
      const first = await createPlatform({ dataDir, policies })
      await first.store.write((transaction) => transaction.put('bankAccount', account))
      expect(await prepareImport(first, liu, given, '2026-11-20T02:00:00.000Z')).not.toBeNull()
      expect(await first.store.stagedBatches()).toEqual([given.id])
      await first.close()

      const second = await createPlatform({ dataDir, policies })
      expect(await second.store.stagedBatches()).toEqual([])
      const outcome = await executeCommand(second, liu, given)
      expect(outcome).toMatchObject(APPLIED)
      expect((await second.store.digest(['bankLine'])).kinds.bankLine?.count).toBe(2500)
      await second.close()

      const third = await createPlatform({ dataDir, policies })
      expect(await executeCommand(third, liu, given)).toEqual(outcome)
      expect((await third.store.digest(['bankLine'])).kinds.bankLine?.count).toBe(2500)
      await third.close()
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  })
  it('and is told to come later where too many wait', async () => {
    const account = await fresh()
    const given = Array.from({ length: 60 }, () => importOf(account, three()))
    const kinds = (await Promise.all(given.map((each) => by(liu, each)))).map(({ kind }) => kind)
    expect(Map.groupBy(kinds, (kind) => kind).get('later')).toHaveLength(10)
    expect(kinds.slice(0, 50)).not.toContain('later')
    expect(await by(liu, given.at(-1) ?? importOf(account, []))).toMatchObject({ kind: 'conflict' })
  })
})
