import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BankLine,
  lineStatus,
  liveAllocation,
  type MatchPart,
  type MatchTarget,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  liveReceipts,
  refundProgress,
  withoutReceipt,
} from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { answered, type Read } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  decideBankLine,
  type LineDecision,
  type LineTrouble,
  lacksNote,
  lineSurroundings,
} from '#shared/contracts/console-platform/transitions/bank-line-transitions.ts'
import { decideDeposit } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { newUlid, sampleLine, sampleObligation } from '#test/integration/platform/sample-records.ts'

const AT = '2026-11-20T02:00:00.000Z'
const LIU = { id: 'liu', name: '刘芳' }
const WANG = { id: 'wang', name: '王建国' }

/** Lines and deposits, decided about one after the other. */
class Books {
  readonly lines = new Map<string, BankLine>()
  readonly deposits = new Map<string, DepositObligation>()

  constructor(lines: readonly BankLine[], deposits: readonly DepositObligation[]) {
    for (const line of lines) this.lines.set(line.id, line)
    for (const deposit of deposits) this.deposits.set(deposit.id, deposit)
  }

  line(id: string): BankLine {
    const line = this.lines.get(id)
    if (line === undefined) throw new Error(`no line ${id}`)
    return line
  }

  deposit(id: string): DepositObligation {
    const deposit = this.deposits.get(id)
    if (deposit === undefined) throw new Error(`no deposit ${id}`)
    return deposit
  }

  decide(id: string, decision: LineDecision): LineTrouble | null {
    const before = this.line(id)
    const around = answered(lineSurroundings(before, decision), { get: this.#read, ofProvider: () => [] })
    const decided = decideBankLine(before, around, decision, LIU, AT)
    if (typeof decided === 'string') return decided
    this.lines.set(id, decided.line)
    if (decided.original !== null) this.lines.set(decided.original.id, decided.original)
    for (const deposit of decided.obligations) this.deposits.set(deposit.id, deposit)
    return null
  }

  readonly #read: Read = <K extends RecordKind>(_kind: K, id: string) => {
    const found = this.lines.get(id) ?? this.deposits.get(id) ?? null
    // Ids are unique among all kinds.
    return found as RecordOf[K] | null
  }

  match(id: string, ...parts: (readonly [MatchTarget, number])[]): LineTrouble | null {
    const said = parts.map(([target, amount]): MatchPart => ({ target, amount, reasons: [] }))
    return this.decide(id, { type: 'deposit.match', arguments: { parts: said, note: '' } })
  }

  unmatch(id: string): LineTrouble | null {
    return this.decide(id, { type: 'deposit.unmatch', arguments: { reason: '对错了' } })
  }

  receipt(id: string, number: string): void {
    const decision = { type: 'deposit.issue-receipt', arguments: {} } as const
    const after = decideDeposit(this.deposit(id), decision, LIU, AT, number)
    if (after !== null) this.deposits.set(id, after)
  }

  refund(id: string, amount: number): void {
    const asked = { type: 'deposit.request-refund', arguments: { amount, reason: '合作结束' } } as const
    const requested = decideDeposit(this.deposit(id), asked, LIU, AT)
    if (requested === null) return
    const approved = decideDeposit(
      requested,
      { type: 'deposit.approve-refund', arguments: { amount } },
      WANG,
      AT,
    )
    if (approved !== null) this.deposits.set(id, approved)
  }

  decline(id: string): void {
    const decision = { type: 'deposit.decline-refund', arguments: { reason: '账号有误' } } as const
    const after = decideDeposit(this.deposit(id), decision, WANG, AT)
    if (after !== null) this.deposits.set(id, after)
  }

  /** What there is to see, without how it came about. */
  seen() {
    return {
      lines: [...this.lines.values()].map((line) => [
        line.id,
        lineStatus(line),
        line.takenBackBy,
        liveAllocation(line)?.parts ?? null,
      ]),
      deposits: [...this.deposits.values()].map((deposit) => [
        deposit.id,
        depositBalance(deposit),
        refundProgress(deposit).approved,
        refundProgress(deposit).paid,
      ]),
    }
  }
}

const deposit = (obligationId: string) => ({ kind: 'deposit', obligationId }) as const
const returned = (lineId: string) => ({ kind: 'return', lineId }) as const
const INTEREST = { kind: 'other', what: 'interest' } as const

const ACCOUNT = newUlid()
const [ONE, OTHER] = [sampleObligation({ providerId: 'p-1' }), sampleObligation({ providerId: 'p-2' })]
const inLine = (change: Partial<BankLine> = {}) => sampleLine({ accountId: ACCOUNT, ...change })
const outLine = (change: Partial<BankLine> = {}) =>
  inLine({ direction: 'out', side: 'debit', remark: '退汇', ...change })

describe('a line is open or wholly accounted for', () => {
  it('the sum of the parts equals the line, to the fen', () => {
    const line = inLine({ amount: 500_000 })
    const books = new Books([line], [ONE, OTHER])
    expect(books.match(line.id, [deposit(ONE.id), 499_999])).toBe('parts-do-not-sum')
    expect(books.match(line.id, [deposit(ONE.id), 250_000], [deposit(ONE.id), 250_000])).toBe(
      'parts-do-not-sum',
    )
    expect(books.match(line.id, [deposit(ONE.id), 300_000], [deposit(OTHER.id), 200_000])).toBeNull()
    expect([books.deposit(ONE.id), books.deposit(OTHER.id)].map(depositBalance)).toEqual([300_000, 200_000])
    expect(books.match(line.id, [INTEREST, 500_000])).toBe('wrong-state')
  })

  it('money out is no deposit, money in no refund, and a refund wants approval first', () => {
    const [paid, back, early] = [inLine(), outLine(), inLine()]
    const books = new Books([paid, back, early], [ONE])
    const refund = { kind: 'refund', obligationId: ONE.id } as const
    expect(books.match(back.id, [deposit(ONE.id), 500_000])).toBe('wrong-direction')
    expect(books.match(early.id, [refund, 500_000])).toBe('wrong-direction')
    expect(books.match(back.id, [refund, 500_000])).toBe('refund-not-approved')
    expect(books.match(paid.id, [deposit(ONE.id), 500_000])).toBeNull()
    books.refund(ONE.id, 500_000)
    expect(books.match(back.id, [refund, 500_000])).toBeNull()
    expect(depositBalance(books.deposit(ONE.id))).toBe(0)
    expect(refundProgress(books.deposit(ONE.id))).toMatchObject({ approved: 0, paid: 500_000 })
    // The bank brings it back: it waits to be paid again.
    const bounced = inLine({ remark: '退汇' })
    books.lines.set(bounced.id, bounced)
    expect(books.match(bounced.id, [returned(back.id), 500_000])).toBeNull()
    expect(refundProgress(books.deposit(ONE.id))).toMatchObject({ approved: 500_000, paid: 0 })
    expect(depositBalance(books.deposit(ONE.id))).toBe(500_000)
  })

  it.each([
    ['third-party-payer', ''],
    ['amount-short', '  '],
    ['amount-over', ''],
    ['already-settled', ''],
    ['remark-says-otherwise', ''],
    ['summary-says-otherwise', ''],
  ] as const)('%s asks for a note; blanks are none', (reason, note) => {
    const parts: MatchPart[] = [{ target: deposit(ONE.id), amount: 500_000, reasons: [reason] }]
    const decision = (written: string) =>
      ({ type: 'deposit.match', arguments: { parts, note: written } }) as const
    expect(lacksNote(decision(note))).toBe(true)
    expect(lacksNote(decision('代付函已核对'))).toBe(false)
  })

  it('no remark, or a name alike, asks for no note', () => {
    const parts: MatchPart[] = [
      {
        target: deposit(ONE.id),
        amount: 500_000,
        reasons: ['payer-similar', 'remark-empty', 'amount-equal'],
      },
    ]
    expect(lacksNote({ type: 'deposit.match', arguments: { parts, note: '' } })).toBe(false)
    expect(lacksNote({ type: 'deposit.unmatch', arguments: { reason: '认错了' } })).toBe(false)
  })

  it('the note stays with the posting, also when a returned line stands again', () => {
    const [paid, back] = [inLine(), outLine()]
    const books = new Books([paid, back], [ONE])
    const parts: MatchPart[] = [{ target: deposit(ONE.id), amount: 500_000, reasons: ['third-party-payer'] }]
    books.decide(paid.id, { type: 'deposit.match', arguments: { parts, note: '代付函已核对' } })
    books.match(back.id, [returned(paid.id), 500_000])
    books.unmatch(back.id)
    const notes = books
      .deposit(ONE.id)
      .entries.flatMap((entry) => (entry.kind === 'match' ? [entry.note] : []))
    expect(notes).toEqual(['代付函已核对', '代付函已核对'])
  })

  it('the deposit of another marketplace, or of nobody, is refused', () => {
    const line = inLine()
    const foreign = sampleObligation({ marketplace: 'aliyun' })
    const books = new Books([line], [foreign])
    expect(books.match(line.id, [deposit(foreign.id), 500_000])).toBe('other-marketplace')
    expect(books.match(line.id, [deposit(ONE.id), 500_000])).toBe('unknown-deposit')
  })
})

describe('money that was approved to go back', () => {
  it('keeps its match until the refund is undone: the payment first, then the approval', () => {
    const [paid, back] = [inLine(), outLine()]
    const books = new Books([paid, back], [ONE])
    const refund = { kind: 'refund', obligationId: ONE.id } as const
    expect(books.match(paid.id, [deposit(ONE.id), 500_000])).toBeNull()
    books.refund(ONE.id, 500_000)
    expect(books.unmatch(paid.id)).toBe('refund-rests-on-it')
    expect(books.match(back.id, [refund, 500_000])).toBeNull()
    expect(books.unmatch(paid.id)).toBe('refund-rests-on-it')
    expect(books.unmatch(back.id)).toBeNull()
    books.decline(ONE.id)
    expect(refundProgress(books.deposit(ONE.id))).toEqual({ requested: null, approved: 0, paid: 0 })
    expect(books.unmatch(paid.id)).toBeNull()
    expect(depositBalance(books.deposit(ONE.id))).toBe(0)
  })

  it('goes when the bank takes it back, whatever was approved', () => {
    const [paid, back] = [inLine(), outLine()]
    const books = new Books([paid, back], [ONE])
    expect(books.match(paid.id, [deposit(ONE.id), 500_000])).toBeNull()
    books.refund(ONE.id, 500_000)
    expect(books.match(back.id, [returned(paid.id), 500_000])).toBeNull()
    expect(depositBalance(books.deposit(ONE.id))).toBe(0)
  })
})

describe('returned and reversed lines', () => {
  it('reopen what their original closed, and void its receipt; undone, all stands again as it was', () => {
    const [paid, back] = [inLine(), outLine()]
    const books = new Books([paid, back], [ONE])
    expect(books.match(paid.id, [deposit(ONE.id), 500_000])).toBeNull()
    books.receipt(ONE.id, 'SJ-1')
    const before = books.seen()
    expect(books.match(back.id, [returned(paid.id), 500_000])).toBeNull()
    expect(lineStatus(books.line(paid.id))).toBe('taken-back')
    expect(depositBalance(books.deposit(ONE.id))).toBe(0)
    expect(liveReceipts(books.deposit(ONE.id))).toEqual([])
    expect(books.match(paid.id, [INTEREST, 500_000])).toBe('wrong-state')
    expect(books.unmatch(back.id)).toBeNull()
    expect(books.seen()).toEqual({
      ...before,
      lines: before.lines.map(([id, status, by, parts]) =>
        id === back.id ? [id, 'open', by, null] : [id, status, by, parts],
      ),
    })
    // Its receipt stays void: the number is never given again, another receipt is issued.
    expect(withoutReceipt(books.deposit(ONE.id))).toEqual({ lines: [paid.id], amount: 500_000 })
  })

  it('take back only the opposite amount of the same account, once, and no line that takes back itself', () => {
    const [paid, back, less, elsewhere, again] = [
      inLine(),
      outLine(),
      outLine({ amount: 499_999 }),
      outLine({ accountId: newUlid() }),
      outLine(),
    ]
    const books = new Books([paid, back, less, elsewhere, again], [])
    expect(books.match(less.id, [returned(paid.id), 499_999])).toBe('not-the-original')
    expect(books.match(elsewhere.id, [returned(paid.id), 500_000])).toBe('not-the-original')
    expect(books.match(back.id, [returned(back.id), 500_000])).toBe('not-the-original')
    expect(books.match(back.id, [returned(paid.id), 500_000])).toBeNull()
    expect(books.match(again.id, [returned(paid.id), 500_000])).toBe('not-the-original')
    const third = inLine()
    books.lines.set(third.id, third)
    expect(books.match(third.id, [returned(back.id), 500_000])).toBe('not-the-original')
  })
})

type Act = { readonly line: number; readonly other: number; readonly share: number; readonly what: number }
const acts = fc.array(
  fc.record({ line: fc.nat(5), other: fc.nat(5), share: fc.integer({ min: 1, max: 4999 }), what: fc.nat(6) }),
  { maxLength: 40 },
)

describe('whatever is decided', () => {
  it('a deposit holds what live lines brought less what they paid back, and undo restores exactly', () => {
    fc.assert(
      fc.property(acts, (taken) => {
        const deposits = [ONE, OTHER, sampleObligation({ providerId: 'p-3' })]
        const lines = [inLine, inLine, inLine, outLine, outLine, outLine].map((make) =>
          make({ amount: 5000 }),
        )
        const books = new Books(lines, deposits)
        for (const act of taken) {
          perform(books, act, [...books.lines.keys()], deposits)
          for (const { id } of deposits) expect(depositBalance(books.deposit(id))).toBe(brought(books, id))
          for (const line of books.lines.values()) {
            const parts = liveAllocation(line)?.parts
            if (parts) expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(line.amount)
          }
        }
        for (const { id } of deposits)
          expect(refundProgress(books.deposit(id)).approved).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })
})

function perform(
  books: Books,
  act: Act,
  ids: readonly string[],
  deposits: readonly DepositObligation[],
): void {
  const id = ids[act.line] ?? ''
  const [target, second] = [deposits[act.other % 3], deposits[(act.other + 1) % 3]]
  if (target === undefined || second === undefined) return
  const before = books.seen()
  const matched = ((): LineTrouble | null => {
    switch (act.what) {
      case 0:
        return books.match(id, [deposit(target.id), 5000])
      case 1:
        return books.match(id, [deposit(target.id), act.share], [deposit(second.id), 5000 - act.share])
      case 2:
        return books.match(id, [returned(ids[act.other] ?? ''), 5000])
      case 3:
        return books.match(id, [{ kind: 'refund', obligationId: target.id }, 5000])
      case 4:
        books.refund(target.id, 5000)
        return 'wrong-state'
      case 5:
        books.receipt(target.id, 'SJ')
        return 'wrong-state'
      default:
        books.unmatch(id)
        return 'wrong-state'
    }
  })()
  if (matched !== null) return
  const after = books.seen()
  // Where the bank has taken back what was approved to go back, new money makes good for that.
  if (before.deposits.some(([, balance, approved]) => Number(balance) < Number(approved))) return
  expect(books.unmatch(id)).toBeNull()
  expect(books.seen()).toEqual(before)
  // And once more, for the story to go on.
  const again = after.lines.find(([each]) => each === id)?.[3]
  if (Array.isArray(again)) {
    books.match(id, ...again.map(({ target: to, amount }): [MatchTarget, number] => [to, amount]))
  }
  expect(books.seen()).toEqual(after)
}

/** Counted from the lines, not from the ledger. */
function brought(books: Books, obligationId: string): number {
  let sum = 0
  for (const line of books.lines.values()) {
    for (const { target, amount } of liveAllocation(line)?.parts ?? []) {
      if (target.kind === 'deposit' && target.obligationId === obligationId) sum += amount
      if (target.kind === 'refund' && target.obligationId === obligationId) sum -= amount
    }
  }
  return sum
}
