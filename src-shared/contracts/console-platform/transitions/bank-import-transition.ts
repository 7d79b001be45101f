import type { Proof } from '../../../bank-statements/proof.ts'
import type { StatementSection } from '../../../bank-statements/statement.ts'
import type { Instant } from '../../../base/ids.ts'
import type { AccountLine } from '../../../rules/known-lines/compare-with-known.ts'
import type { ImportedLine } from '../imported-lines.ts'
import type { BankAccount } from '../records/bank-account.ts'
import type { BankLine, MatchPart } from '../records/bank-line.ts'
import type { StatementHead } from '../records/bank-statement.ts'
import type { DepositObligation } from '../records/deposit-obligation.ts'
import { type Asking, askAll } from './asking.ts'
import {
  type DecidedLine,
  decideBankLine,
  type LineDecision,
  type LineTrouble,
} from './bank-line-transitions.ts'
import type { Actor, DecisionOf } from './decision.ts'
import { matched, withPostings } from './deposit-postings.ts'
import { NOTHING_PAID } from './line-payments.ts'

/** Adds the new lines of a statement to an account. */
export type ImportDecision = DecisionOf<'bank.import-statement'>

/** A statement with its lines, as its proof looks at it. */
export function importedSection(head: StatementHead, lines: readonly ImportedLine[]): StatementSection {
  const { account, currency, opening, closing, totals } = head
  return { account, accountName: null, currency, opening, closing, totals, lines }
}

/** A line on record, as new ones are held against it. */
export function accountLine(line: BankLine): AccountLine {
  const { identity: name, serial, bookedOn, bookedTime, direction, amount, balanceAfter } = line
  const { counterpartyName, counterpartyAccount, summary, purpose, remark } = line
  return {
    ...{ name, serial, bookedOn, bookedTime, direction, amount, balanceAfter },
    ...{ counterpartyName, counterpartyAccount, summary, purpose, remark },
  }
}

/** All lines of a statement, with their names (see src-node/packed-lines) and what its proof says of each direction. */
interface NamedLines extends Pick<Proof, 'directions'> {
  readonly lines: readonly ImportedLine[]
  readonly names: readonly string[]
  /** Where some of them are meant: the place of the first of those in the statement. */
  readonly first?: number
}

/**
 * The new lines of an import as records, still open. Pure: the platform writes them, a console shows them meanwhile.
 */
export function importedBankLines(
  account: Pick<BankAccount, 'id' | 'marketplace'>,
  { statement }: Pick<ImportDecision['arguments'], 'statement'>,
  { lines, names, directions, first = 0 }: NamedLines,
  at: Instant,
): BankLine[] {
  return lines.flatMap((line, ordinal): BankLine[] =>
    line.id === null
      ? []
      : [
          {
            ...line,
            id: line.id,
            version: 1,
            marketplace: account.marketplace,
            accountId: account.id,
            statementId: statement.id,
            identity: names[ordinal] ?? '',
            ordinal: first + ordinal,
            isDirectionProven: directions[ordinal] ?? false,
            allocations: [],
            takenBackBy: null,
            history: [],
            updatedAt: at,
          },
        ],
  )
}

/** A new line that closes a deposit by itself, with the deposit as it leaves it. */
export function matchImportedLine(
  line: BankLine,
  part: MatchPart,
  obligations: ReadonlyMap<string, DepositObligation>,
  actor: Actor,
  at: Instant,
): DecidedLine | LineTrouble {
  return decideBankLine(
    line,
    { original: null, obligations, paid: NOTHING_PAID },
    matching([part]),
    actor,
    at,
    true,
  )
}

/** What lines that close deposits by themselves leave in histories: the same as a person's match. */
function matching(parts: MatchPart[]): LineDecision {
  return { type: 'deposit.match', arguments: { parts, note: '' } }
}

/** The deposits on which an import posts, those that are there. */
export function importedDeposits({
  arguments: { matches },
}: Pick<ImportDecision, 'arguments'>): Asking<ReadonlyMap<string, DepositObligation>> {
  const ids = matches.flatMap(({ part: { target } }) =>
    target.kind === 'deposit' ? [target.obligationId] : [],
  )
  return askAll('depositObligation', ids)
}

/**
 * The deposits that lines of an import close by themselves, as it leaves them: each one version further, however many
 * lines went to it; null where one is not known.
 */
export function importPostings(
  { arguments: { matches } }: Pick<ImportDecision, 'arguments'>,
  obligations: ReadonlyMap<string, DepositObligation>,
  actor: Actor,
  at: Instant,
): DepositObligation[] | null {
  const posted = { at, by: actor.id, byName: actor.name }
  const byDeposit = Map.groupBy(matches, ({ part: { target } }) =>
    target.kind === 'deposit' ? target.obligationId : '',
  )
  const after: DepositObligation[] = []
  for (const [id, found] of byDeposit) {
    const before = obligations.get(id)
    if (before === undefined) return null
    const entries = found.map(({ lineId, part }) => matched({ id: lineId }, part.amount, '', posted))
    const decision = matching(found.map(({ part }) => part))
    after.push(withPostings(before, entries, decision, actor, at))
  }
  return after
}
