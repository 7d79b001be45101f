import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packLines } from '#node/packed-lines/packed-lines.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import { PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { liveAllocation } from '#shared/contracts/console-platform/records/bank-line.ts'
import { depositBalance } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { feedScope } from '#shared/contracts/console-platform/visibility.ts'
import { APPLIED, type BankDesk, command, startBankDesk, toDeposit } from './bank-desk.ts'
import { type ImportArguments, importedLine, importing, withBalances } from './bank-statement.ts'
import { newUlid, sampleAccount } from './sample-records.ts'

let desk: BankDesk
let counter = 0
beforeAll(async () => {
  desk = await startBankDesk()
})
afterAll(() => desk.under.close())

/** An account nobody has imported anything into. */
async function fresh(): Promise<BankAccount> {
  counter += 1
  return desk.account({ number: `02000011090245${String(counter).padStart(5, '0')}` })
}
async function give({ id }: BankAccount, said: ImportArguments) {
  return desk.finance.command(command('bank.import-statement', await desk.got('bankAccount', { id }), said))
}
const three = () =>
  withBalances([
    importedLine(),
    importedLine({ bookedOn: '2026-11-03', direction: 'out', side: 'debit', amount: 1500 }),
    importedLine({ bookedOn: '2026-11-05' }),
  ])
const known = (lines: readonly ImportedLine[]) => lines.map((line) => ({ ...line, id: null }))
const countOf = async (kind: 'bankLine' | 'bankStatement') =>
  (await desk.store.digest([kind])).kinds[kind]?.count

describe('bank.open-account', () => {
  const { number, holder, bank, currency } = sampleAccount({ number: '6222-0001 2345'.replace(' ', '') })
  const said = { marketplace: 'kubesphere', number, holder, bank, currency }
  const open = (id: string, change: object = {}) =>
    command('bank.open-account', { id, version: 0 }, { ...said, ...change })

  it('makes an account, once, by the approver alone', async () => {
    const id = newUlid()
    expect(await desk.finance.command(open(id))).toMatchObject({ kind: 'not-allowed' })
    expect(await desk.approver.command(open(id))).toMatchObject({ ...APPLIED, version: 1 })
    expect(await desk.got('bankAccount', { id })).toMatchObject({ version: 1, number, imported: null })
    expect(await desk.approver.command(open(id))).toMatchObject({ kind: 'already-applied', version: 1 })
    expect(await desk.approver.command(open(id, { bank: '建设银行' }))).toMatchObject({
      kind: 'conflict',
      currentVersion: 1,
    })
  })

  it('is refused where the marketplace has the number, however it is written', async () => {
    const again = open(newUlid(), { number: number.replaceAll('-', '') })
    expect(await desk.approver.command(again)).toMatchObject({ kind: 'rejected', code: 'account-exists' })
    const elsewhere = open(newUlid(), { marketplace: 'aliyun' })
    expect(await desk.approver.command(elsewhere)).toMatchObject(APPLIED)
  })

  it('is the only decision that makes a record', async () => {
    const nowhere = command('bank.import-statement', { id: newUlid(), version: 0 }, importing(three()))
    expect(await desk.finance.command(nowhere)).toMatchObject({ code: 'unknown-record' })
  })
})

describe('an import', () => {
  it('adds statement and lines in the order of booking, with their proof, and links the audit chain', async () => {
    const account = await fresh()
    const lines = three()
    const said = importing(lines, { account: account.number })
    expect(await give(account, said)).toMatchObject({ ...APPLIED, version: 2 })
    expect(await desk.got('bankAccount', account)).toMatchObject({
      imported: { from: '2026-11-02', to: '2026-11-05', statements: 1, lines: 3 },
    })
    expect(await desk.got('bankStatement', said.statement)).toMatchObject({
      proof: 'proven',
      opening: 100_000_000,
      closing: 100_998_500,
      lines: 3,
      added: 3,
      accepted: [],
      by: 'liu',
    })
    for (const [ordinal, { id }] of lines.entries()) {
      expect(await desk.got('bankLine', { id: id ?? '' })).toMatchObject({
        version: 1,
        ordinal,
        statementId: said.statement.id,
        isDirectionProven: ordinal > 0,
        allocations: [],
      })
    }
    const auditor = await desk.signIn('zhao', 'auditor')
    expect(await auditor.verifyAudit()).toMatchObject({ intact: true })
    const { entries } = await auditor.audit({})
    expect(
      entries.filter(({ action }) => action === 'bank.import-statement').map(({ recordKind }) => recordKind),
    ).toEqual(['bankLine', 'bankStatement', 'bankAccount'])
  })

  it('again adds nothing: what is known must be said to be known', async () => {
    const account = await fresh()
    const lines = three()
    const head = { account: account.number }
    await give(account, importing(lines, head))
    const before = await countOf('bankLine')
    const asNew = importing(
      lines.map((line) => ({ ...line, id: newUlid() })),
      head,
      { accepted: ['overlapping'] },
    )
    expect(await give(account, asNew)).toMatchObject({ kind: 'rejected', code: 'lines-known' })
    expect(await give(account, importing(known(lines), head))).toMatchObject(APPLIED)
    expect(await countOf('bankLine')).toBe(before)
    const unheard = importing(known(three()), head)
    expect(await give(account, unheard)).toMatchObject({ code: 'lines-differ' })
  })

  it('of the same statement saved in another format adds nothing, and may not say that it does', async () => {
    const account = await fresh()
    const head = { account: account.number }
    const lines = three().map((line, at) => ({ ...line, remark: `保证金 入驻 ${at}`, serial: `00${at + 7}` }))
    await give(account, importing(lines, head))
    const other = lines
      .map((line, at) => ({
        ...line,
        serial: String(at + 7),
        remark: line.remark.slice(0, 6),
        bookedTime: null,
      }))
      .map((line) => ({ ...line, summary: '' }))
    const asNew = other.map((line) => ({ ...line, id: newUlid() }))
    const accepted = { accepted: ['overlapping' as const] }
    expect(await give(account, importing(asNew, head, accepted))).toMatchObject({ code: 'lines-known' })
    expect(await give(account, importing(known(other), head))).toMatchObject(APPLIED)
    expect((await desk.got('bankAccount', account)).imported).toMatchObject({ lines: 3 })
  })

  it('takes two vendors’ payments of one day and amount as two, whichever comes first', async () => {
    const said = { serial: null, balanceAfter: null, bookedTime: null }
    const alpha = importedLine({ ...said, counterpartyName: 'Alpha Ltd', remark: 'deposit alpha' })
    const beta = importedLine({ ...said, counterpartyName: 'Beta Ltd', remark: 'deposit beta' })
    const accepted = { accepted: ['unproven' as const] }
    for (const [first, second] of [
      [alpha, beta],
      [beta, alpha],
    ] as const) {
      const account = await fresh()
      const head = { account: account.number }
      const ids = () => ({ id: newUlid() })
      expect(await give(account, importing([{ ...first, ...ids() }], head, accepted))).toMatchObject(APPLIED)
      const both = [{ ...second, ...ids() }, ...known([first])]
      expect(await give(account, importing(both, head, accepted))).toMatchObject(APPLIED)
      const alone = importing(known([second]), head, accepted)
      expect(await give(account, alone)).toMatchObject(APPLIED)
      expect((await desk.got('bankAccount', account)).imported).toMatchObject({ lines: 2, statements: 3 })
    }
  })

  it('asks about a line whose serial the account has with another payer', async () => {
    const account = await fresh()
    const head = { account: account.number }
    const line = importedLine({ serial: '7', balanceAfter: null, counterpartyName: 'Alpha Ltd' })
    const unproven = { accepted: ['unproven' as const] }
    await give(account, importing([line], head, unproven))
    const other = importing([{ ...line, id: newUlid(), counterpartyName: 'Beta Ltd' }], head, unproven)
    expect(await give(account, other)).toMatchObject({ code: 'not-accepted', detail: 'overlapping' })
    const accepted = { ...other, accepted: ['unproven' as const, 'overlapping' as const] }
    expect(await give(account, accepted)).toMatchObject(APPLIED)
  })

  it('of an overlapping period adds what is new; lines inside days imported before must be accepted', async () => {
    const account = await fresh()
    const head = { account: account.number }
    const lines = three()
    await give(account, importing(lines, head))
    // The last day may have been cut in the middle: more of it is nothing to ask about.
    const later = withBalances([
      ...known(lines),
      importedLine({ bookedOn: '2026-11-05' }),
      importedLine({ bookedOn: '2026-11-09' }),
    ])
    expect(await give(account, importing(later, head))).toMatchObject(APPLIED)
    expect((await desk.got('bankAccount', account)).imported).toMatchObject({ statements: 2, lines: 5 })
    const between = importedLine({ bookedOn: '2026-11-04' })
    const inside = importing([between], head, { accepted: ['unproven'] })
    expect(await give(account, inside)).toMatchObject({ code: 'not-accepted', detail: 'overlapping' })
    const accepted = { ...inside, accepted: ['unproven' as const, 'overlapping' as const] }
    expect(await give(account, accepted)).toMatchObject(APPLIED)
  })

  it('that something speaks against is refused by name unless accepted, and then says so for ever', async () => {
    const account = await fresh()
    const torn = three().map((line, at) => (at === 1 ? { ...line, balanceAfter: 1 } : line))
    const unproven = three().map((line) => ({ ...line, balanceAfter: null }))
    const skipped = { rows: 1, matter: 1, first: [] }
    const head = { account: account.number }
    for (const [said, needs] of [
      [importing(torn, head), 'contradicted'],
      [importing(unproven, head), 'unproven'],
      [importing(three(), { account: null }), 'account-unnamed'],
      [importing(three(), { account: '9999000011112222' }), 'account-differs'],
      [importing(three(), { ...head, skipped, undecodable: 2 }), 'rows-left-out undecodable'],
    ] as const) {
      expect(await give(account, said)).toMatchObject({ code: 'not-accepted', detail: needs })
    }
    const said = importing(torn, head, { accepted: ['contradicted'] })
    expect(await give(account, said)).toMatchObject(APPLIED)
    expect(await desk.got('bankStatement', said.statement)).toMatchObject({
      proof: 'contradicted',
      accepted: ['contradicted'],
    })
  })

  it('whose lines are not what is said of them is refused', async () => {
    const account = await fresh()
    const head = { account: account.number }
    const lines = three()
    const [first] = lines
    for (const [said, detail] of [
      [importing(lines, head, { lines: 4 }), 'lines'],
      [importing(lines, head, { added: 2 }), 'added'],
      [importing(lines, { ...head, period: { from: '2026-11-01', to: '2026-11-05' } }), 'period'],
      [importing(lines, { ...head, currency: 'USD' }), 'currency'],
      [
        importing(
          lines.map((line) => ({ ...line, id: first?.id ?? null })),
          head,
        ),
        'ids',
      ],
      [importing(lines, head, { packedLines: packLines(lines).slice(0, 40) }), 'packedLines'],
    ] as const) {
      expect(await give(account, said)).toMatchObject({ kind: 'rejected', code: 'lines-differ', detail })
    }
    expect((await desk.got('bankAccount', account)).version).toBe(1)
  })

  it('brings deposits that are certain, several lines of one deposit included, in the same commit', async () => {
    const account = await fresh()
    const [owed, split] = [await desk.obligation(), await desk.obligation()]
    const lines = withBalances([
      importedLine(),
      importedLine({ amount: 200_000 }),
      importedLine({ amount: 300_000 }),
    ])
    const [one, two, three] = lines.map(({ id }) => id ?? '')
    const matches = [
      { lineId: one ?? '', part: toDeposit(owed) },
      { lineId: two ?? '', part: toDeposit(split, 200_000) },
      { lineId: three ?? '', part: toDeposit(split, 300_000) },
    ]
    expect(await give(account, importing(lines, { account: account.number }, { matches }))).toMatchObject(
      APPLIED,
    )
    const line = await desk.got('bankLine', { id: one ?? '' })
    expect(liveAllocation(line)).toMatchObject({ automatic: true, by: 'liu' })
    for (const { id } of [owed, split]) {
      const after = await desk.got('depositObligation', { id })
      expect([after.version, depositBalance(after)]).toEqual([2, 500_000])
      expect(after.history.map(({ action }) => action)).toEqual(['deposit.match'])
    }
  })

  it('comes back whole where a deposit owes less by now, is unknown, or the line is not among the new ones', async () => {
    const account = await fresh()
    const [owed, other] = [await desk.obligation(), await desk.obligation()]
    const lines = withBalances([importedLine(), importedLine({ bookedOn: '2026-11-03' })])
    const [one, two] = lines.map(({ id }) => id ?? '')
    const head = { account: account.number }
    const before = await desk.store.head()
    const match = (lineId: string | undefined, part: ReturnType<typeof toDeposit>) => ({
      lineId: lineId ?? '',
      part,
    })
    for (const [matches, code, detail] of [
      [[match(one, toDeposit(owed)), match(two, toDeposit(owed))], 'wrong-state', owed.id],
      [
        [match(one, toDeposit(other)), match(two, toDeposit({ id: lines[0]?.id ?? '' }))],
        'unknown-deposit',
        one,
      ],
      [[match(owed.id, toDeposit(owed))], 'lines-differ', owed.id],
      [[match(one, toDeposit(owed, 499_999))], 'parts-do-not-sum', one],
    ] as const) {
      const outcome = await give(account, importing(lines, head, { matches: [...matches] }))
      expect(outcome).toMatchObject({ kind: 'rejected', code, detail })
    }
    expect((await desk.store.head()).position).toBe(before.position)
    expect((await desk.got('depositObligation', other)).entries).toEqual([])
  })

  it('of 12,000 lines arrives whole, and a reader of the feed gets them in pages, in order, none twice', async () => {
    const account = await fresh()
    const lines = withBalances(Array.from({ length: 12_000 }, (_, at) => importedLine({ amount: 100 + at })))
    const { position } = await desk.store.head()
    const outcome = await give(account, importing(lines, { account: account.number }))
    expect(outcome).toMatchObject({ ...APPLIED, position: position + 3 })
    const { epoch } = await desk.store.head()
    const seen: string[] = []
    const positions: number[] = []
    let after = position
    for (let more = true; more; ) {
      const page = await desk.finance.feed({
        after,
        epoch,
        scope: feedScope(['finance'], PROTOCOL_VERSION),
        limit: 5000,
      })
      if (page.kind !== 'changes') throw new Error(page.reason)
      expect(page.changes.length).toBeLessThanOrEqual(10_000)
      for (const [at, kind, row] of page.changes) {
        positions.push(at)
        if (kind === 'bankLine') seen.push(String(row[0]))
      }
      after = page.position
      more = page.more
    }
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
    expect(seen.toSorted()).toEqual(lines.map(({ id }) => id ?? '').toSorted())
  })
})

describe('what the bank tells', () => {
  it('is never sent to support or ops', async () => {
    const account = await fresh()
    const { position, epoch } = await desk.store.head()
    await give(account, importing(three(), { account: account.number }))
    for (const [id, role] of [
      ['support-1', 'support'],
      ['ops-1', 'ops'],
    ] as const) {
      const client = await desk.signIn(id, role)
      expect((await client.snapshotStart()).kinds.filter((kind) => kind.startsWith('bank'))).toEqual([])
      const page = await client.feed({
        after: position,
        epoch,
        scope: feedScope([role], PROTOCOL_VERSION),
        limit: 5000,
      })
      expect(JSON.stringify(page)).not.toContain('bank')
    }
  })

  it('closes 2,000 deposits by itself and no more', async () => {
    const account = await fresh()
    const line = importedLine()
    const match = { lineId: line.id ?? '', part: toDeposit({ id: newUlid() }, line.amount) }
    const said = importing([line], { account: account.number })
    const outcome = await give(account, { ...said, matches: Array.from({ length: 2001 }, () => match) })
    expect(outcome).toMatchObject({ code: 'bad-arguments', detail: expect.stringContaining('2000 at most') })
  })

  it('may come in a command of several megabytes, from who is signed in; another request may not', async () => {
    const account = await fresh()
    const lines = [importedLine({ remark: '保' })]
    const said = {
      ...importing(lines, { account: account.number }),
      packedLines: 'A'.repeat(3 * 1024 * 1024),
    }
    expect(await give(account, said)).toMatchObject({ code: 'lines-differ', detail: 'packedLines' })
    const body = JSON.stringify({ filler: 'x'.repeat(2 * 1024 * 1024) })
    const headers = { 'content-type': 'application/json' }
    for (const path of ['/v1/commands', '/v1/sign-in']) {
      const response = await fetch(`${desk.under.url}${path}`, { method: 'POST', headers, body })
      expect(response.status).toBe(413)
    }
  })
})
