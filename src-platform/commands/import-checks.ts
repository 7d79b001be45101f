import type { Proof } from '#shared/bank-statements/proof.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import { type BankAccount, sameAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { type Refusal, refuse } from './ruling.ts'

type Said = CommandArguments<'bank.import-statement'>

/** Whether the lines are what the command says of them; `detail` names what is not. */
export function checkClaims(
  { currency }: BankAccount,
  { statement, lines: count, added }: Said,
  lines: readonly ImportedLine[],
): Refusal | null {
  const ids = lines.flatMap(({ id }) => (id === null ? [] : [id]))
  const days = lines.map(({ bookedOn }) => bookedOn).sort()
  const { period } = statement
  const currencies = new Set([statement.currency, ...lines.map((line) => line.currency)])
  const claims: readonly (readonly [string, boolean])[] = [
    ['lines', lines.length === count],
    ['added', ids.length === added],
    ['ids', new Set(ids).size === ids.length],
    [
      'period',
      (period?.from ?? null) === (days[0] ?? null) && (period?.to ?? null) === (days.at(-1) ?? null),
    ],
    ['currency', [...currencies].every((each) => each === null || each === currency)],
  ]
  const broken = claims.find(([, holds]) => !holds)
  return broken === undefined ? null : refuse('lines-differ', broken[0])
}

/** What a person would have to take upon herself and did not, by name. */
export function missingAcceptance(
  account: BankAccount,
  { statement, accepted }: Said,
  lines: readonly ImportedLine[],
  proof: Proof,
): Refusal | null {
  const { undecodable, skipped } = statement
  const asks: Readonly<Record<Acceptable, boolean>> = {
    'account-unnamed': statement.account === null,
    'account-differs': statement.account !== null && !sameAccount(statement.account, account.number),
    unproven: proof.verdict === 'unprovable',
    contradicted: proof.verdict === 'contradicted',
    'rows-left-out': skipped.matter > 0,
    undecodable: undecodable > 0,
    overlapping: lines.some((line) => overlaps(account, line)),
  }
  const missing = (Object.keys(asks) as Acceptable[]).filter((each) => asks[each] && !accepted.includes(each))
  return missing.length === 0 ? null : refuse('not-accepted', missing.join(' '))
}

/** A new line in days that were imported without it. The last of them may have been cut in the middle. */
function overlaps({ imported }: BankAccount, { id, bookedOn }: ImportedLine): boolean {
  return id !== null && imported !== null && bookedOn >= imported.from && bookedOn < imported.to
}
