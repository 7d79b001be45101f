import { ulid } from 'ulid'
import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import {
  type BankAccount,
  bankAccountSchema,
} from '#shared/contracts/console-platform/records/bank-account.ts'
import {
  type BankLine,
  bankLineSchema,
  lineEffect,
  lineStatus,
  liveAllocation,
  type MatchPart,
  type MatchTarget,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  type BankStatement,
  bankStatementSchema,
} from '#shared/contracts/console-platform/records/bank-statement.ts'
import {
  liveReceipts,
  refundHold,
  refundProgress,
} from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositBalance,
  depositObligationSchema,
  type RefundPayee,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { refundRoutes } from '#shared/contracts/console-platform/refund-routes.ts'
import { unclaimed } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import type { BankLedger, StatementFile } from './bank-ledger.ts'
import { importArguments } from './import-arguments.ts'

/** Reads rows of a console's cache. */
export interface Rows {
  prepare(text: string): { all(): unknown[] }
}

const BODIES = {
  accounts: `SELECT body FROM overlay_bank_account UNION ALL
    SELECT body FROM bank_account WHERE id NOT IN (SELECT id FROM overlay_bank_account)`,
  lines: `SELECT body FROM overlay_bank_line UNION ALL
    SELECT body FROM imported_bank_line WHERE id NOT IN (SELECT id FROM overlay_bank_line) UNION ALL
    SELECT body FROM bank_line WHERE id NOT IN (SELECT id FROM overlay_bank_line)`,
  statements: 'SELECT body FROM bank_statement',
  deposits: `SELECT body FROM overlay_deposit_obligation UNION ALL
    SELECT body FROM deposit_obligation WHERE id NOT IN (SELECT id FROM overlay_deposit_obligation)`,
} as const

/** What somebody in finance sees and what she may think of doing; that the rules refuse some of it is part of the test. */
export class FinanceDesk {
  readonly accounts: readonly BankAccount[]
  readonly lines: readonly BankLine[]
  readonly statements: readonly BankStatement[]
  readonly deposits: readonly DepositObligation[]
  readonly #random: SeededRandom
  readonly #now: number

  constructor(sql: Rows, random: SeededRandom, now: number) {
    const bodies = (question: string) =>
      sql
        .prepare(question)
        .all()
        .map((row) => JSON.parse((row as { body: string }).body))
    const by =
      <T>(key: (record: T) => string) =>
      (one: T, other: T) =>
        key(one) < key(other) ? -1 : 1
    // In an order that does not hang on ids, so that a seed does the same each time.
    this.accounts = bodies(BODIES.accounts)
      .map((body) => bankAccountSchema.parse(body))
      .sort(by(({ number }) => number))
    this.lines = bodies(BODIES.lines)
      .map((body) => bankLineSchema.parse(body))
      .sort(
        by(
          ({ accountId, place }) =>
            `${this.accounts.findIndex(({ id }) => id === accountId)} ${String(place.row).padStart(5, '0')}`,
        ),
      )
    this.statements = bodies(BODIES.statements)
      .map((body) => bankStatementSchema.parse(body))
      .sort(by(({ importedAt, fileName }) => `${importedAt} ${fileName}`))
    this.deposits = bodies(BODIES.deposits)
      .map((body) => depositObligationSchema.parse(body))
      .sort(by(({ providerId }) => providerId))
    this.#random = random
    this.#now = now
  }

  openAccount({ number }: BankLedger): NewDecision {
    const account = { marketplace: 'kubesphere', number, holder: '青云', bank: 'ICBC', currency: 'CNY' }
    return this.#decision('bank.open-account', { id: this.#newId(), version: 0 }, account)
  }

  /** As a session of importing does it: the file is held against what the account has, pending lines included. */
  importFile(ledger: Pick<BankLedger, 'number'>, file: StatementFile): NewDecision | null {
    const account = this.#accountOf(ledger)
    const own = this.lines.filter(({ accountId }) => accountId === account?.id)
    return account && this.#import(account, file, new Set(own.map(({ identity }) => identity)))
  }

  /** A careless program says of every line that it is new: the platform has to know better. */
  importAllAsNew(ledger: BankLedger, file: StatementFile): NewDecision | null {
    const account = this.#accountOf(ledger)
    return account && this.#import(account, file, new Set())
  }

  #accountOf({ number }: Pick<BankLedger, 'number'>): BankAccount | null {
    return this.accounts.find((account) => account.number === number) ?? null
  }

  #import(account: BankAccount, file: StatementFile, names: ReadonlySet<string>): NewDecision | null {
    const { imported } = account
    const said = importArguments(
      file,
      { imported, names },
      () => this.#newId(),
      (added) => this.#certain(added),
    )
    return said.added === 0 ? null : this.#decision('bank.import-statement', account, said)
  }

  /** Mostly one of whose lines nothing was made yet. */
  withdraw(): NewDecision | null {
    const there = this.statements.filter(({ withdrawn }) => withdrawn === null)
    const isFree = ({ id }: BankStatement) =>
      this.lines.every((line) => line.statementId !== id || lineStatus(line) === 'open')
    const free = there.filter(isFree)
    const statement = this.#oneOf(free.length > 0 && this.#random.chance(0.9) ? free : there)
    const account = this.accounts.find(({ id }) => id === statement?.accountId)
    if (statement === null || account === undefined) return null
    const said = { statementId: statement.id, reason: 'the wrong account' }
    return this.#decision('bank.withdraw-statement', account, said)
  }

  match(): NewDecision | null {
    const line = this.#oneOf(this.lines.filter((each) => lineStatus(each) === 'open'))
    if (line === null) return null
    const parts = this.#partsOf(line)
    return this.#decision('deposit.match', line, { parts, note: '' })
  }

  takeBack(): NewDecision | null {
    const pairs = this.lines
      .filter((each) => lineStatus(each) === 'open')
      .flatMap((line) => this.#originalsOf(line).map((original) => ({ line, original })))
    const pair = this.#oneOf(pairs)
    if (pair === null) return null
    const target = { kind: 'return' as const, lineId: pair.original.id }
    return this.#decision('deposit.match', pair.line, { parts: [part(target, pair.line.amount)], note: '' })
  }

  unmatch(): NewDecision | null {
    const line = this.#oneOf(this.lines.filter((each) => lineStatus(each) === 'matched'))
    return line && this.#decision('deposit.unmatch', line, { reason: 'not that one' })
  }

  receipt(): NewDecision | null {
    const [number] = this.deposits.flatMap((each) => liveReceipts(each).flatMap((of) => of.number ?? []))
    const holder = this.deposits.find((each) => liveReceipts(each).some((of) => of.number === number))
    if (number !== undefined && holder !== undefined && this.#random.chance(0.2)) {
      return this.#decision('deposit.send-receipt', holder, {
        number,
        courier: 'SF',
        tracking: 'SF1000',
        attachments: [],
      })
    }
    const paid = this.#oneOf(this.deposits.filter((each) => depositBalance(each) > 0))
    return paid && this.#decision('deposit.issue-receipt', paid, {})
  }

  requestRefund(): NewDecision | null {
    const held = this.deposits.filter((each) => unclaimed(each) > 0)
    const left = held.filter(({ facts }) => facts.cooperationEndedOn !== null)
    const one = this.#oneOf(left.length > 0 && this.#random.chance(0.8) ? left : held)
    if (one === null) return null
    const amount = this.#random.pick([unclaimed(one), 100_000, 200_000, 500_000])
    return this.#decision('deposit.request-refund', one, {
      amount,
      reason: 'the vendor leaves',
      payee: this.#payee(one),
    })
  }

  approveRefund(): NewDecision | null {
    const asked = this.#asked()
    const amount = asked === null ? undefined : refundProgress(asked).requested?.amount
    return asked && amount ? this.#decision('deposit.approve-refund', asked, { amount }) : null
  }

  declineRefund(): NewDecision | null {
    const approved = this.deposits.filter((each) => refundProgress(each).approved > 0)
    const asked = this.#asked() ?? (this.#random.chance(0.3) ? this.#oneOf(approved) : null)
    return asked && this.#decision('deposit.decline-refund', asked, { reason: 'not yet, please' })
  }

  holdRefund(): NewDecision | null {
    const held = this.#oneOf(this.deposits.filter((each) => depositBalance(each) > 0))
    if (held === null) return null
    return refundHold(held) === null
      ? this.#decision('deposit.hold-refund', held, { reason: 'a complaint is looked into' })
      : this.#decision('deposit.lift-refund-hold', held, { reason: 'it came to nothing' })
  }

  /** Back to who paid, where the desk knows; now and then to somebody who did not. */
  #payee(deposit: DepositObligation): RefundPayee {
    const lines = new Map(this.lines.map((line) => [line.id, line]))
    const [route] = refundRoutes(deposit, lines)
    if (route !== undefined && this.#random.chance(0.6)) {
      return { route: 'original', name: route.name, account: route.account }
    }
    if (this.#random.chance(0.1)) return { route: 'original', name: 'somebody else', account: '1' }
    return {
      route: 'elsewhere',
      name: deposit.providerName,
      account: '622588012345678901',
      bank: 'a bank',
      evidence: 'a letter of the bank',
      attachments: [],
    }
  }

  waive(): NewDecision | null {
    const owed = this.#oneOf(this.deposits.filter((each) => owing(each) > 0))
    return owed && this.#decision('deposit.waive', owed, { until: '2026-06-30', reason: 'a good customer' })
  }

  #asked(): DepositObligation | null {
    return this.#oneOf(this.deposits.filter((each) => refundProgress(each).requested !== null))
  }

  /** The first line that is exactly what a deposit still lacks closes it by itself. */
  #certain(added: readonly ImportedLine[]) {
    if (this.#random.chance(0.5)) return []
    for (const { id, direction, amount } of added) {
      const owed = this.deposits.find((each) => owing(each) === amount)
      if (id === null || direction !== 'in' || owed === undefined) continue
      return [{ lineId: id, part: part({ kind: 'deposit', obligationId: owed.id }, amount) }]
    }
    return []
  }

  #partsOf(line: BankLine): MatchPart[] {
    const { amount, direction } = line
    const other = part({ kind: 'other', what: 'interest' }, amount)
    if (direction === 'out') {
      const approved = this.#oneOf(this.deposits.filter((each) => refundProgress(each).approved >= amount))
      return [approved === null ? other : part({ kind: 'refund', obligationId: approved.id }, amount)]
    }
    const exact = this.deposits.filter(
      (each) => owing(each) === amount && each.facts.cooperationEndedOn !== null,
    )
    const [one, two] = [
      this.#oneOf(exact.length > 0 && this.#random.chance(0.6) ? exact : this.deposits),
      this.#oneOf(this.deposits),
    ]
    if (one === null || two === null || this.#random.chance(0.15)) return [other]
    const first = Math.max(1, owing(one))
    return one.id === two.id || first >= amount
      ? [part({ kind: 'deposit', obligationId: one.id }, amount)]
      : [
          part({ kind: 'deposit', obligationId: one.id }, first),
          part({ kind: 'deposit', obligationId: two.id }, amount - first),
        ]
  }

  #originalsOf(line: BankLine): BankLine[] {
    return this.lines.filter(
      (each) =>
        each.accountId === line.accountId &&
        lineEffect(each) === -lineEffect(line) &&
        lineStatus(each) !== 'taken-back' &&
        !liveAllocation(each)?.parts.some(({ target }) => target.kind === 'return'),
    )
  }

  #decision(
    type: NewDecision['type'],
    about: { readonly id: string; readonly version: number },
    said: unknown,
  ): NewDecision {
    return {
      type,
      recordId: about.id,
      expectedVersion: about.version,
      seenDigest: null,
      arguments: said,
      replaces: null,
    }
  }

  #oneOf<T>(from: readonly T[]): T | null {
    return from.length === 0 ? null : this.#random.pick(from)
  }

  #newId(): string {
    return ulid(this.#now, this.#random.next)
  }
}

function part(target: MatchTarget, amount: number): MatchPart {
  return { target, amount, reasons: [] }
}

/** What a deposit still lacks, fen. */
function owing(deposit: DepositObligation): number {
  return (deposit.amount ?? 0) - depositBalance(deposit)
}
