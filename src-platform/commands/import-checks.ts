import { setImmediate } from 'node:timers/promises'
import { periodOf } from '#shared/bank-statements/identity.ts'
import type { Proof } from '#shared/bank-statements/proof.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import { type BankAccount, sameAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { type Refusal, refuse } from './ruling.ts'

type Said = CommandArguments<'bank.import-statement'>

/** Lines looked at before others have their turn. */
const LINES_AT_ONCE = 5000

/** Whether the lines are what the command says of them; `detail` names what is not. In turns with others. */
export async function checkClaims(
  { currency }: BankAccount,
  { statement, lines: count, added }: Said,
  lines: readonly ImportedLine[],
): Promise<Refusal | null> {
  const ids = new Set<string>()
  const currencies = new Set([statement.currency])
  let withId = 0
  for (const [at, line] of lines.entries()) {
    if (at > 0 && at % LINES_AT_ONCE === 0) await setImmediate()
    currencies.add(line.currency)
    if (line.id === null) continue
    withId += 1
    ids.add(line.id)
  }
  const period = periodOf(lines)
  const claims: readonly (readonly [string, boolean])[] = [
    ['lines', lines.length === count],
    ['added', withId === added],
    ['ids', ids.size === withId],
    ['period', statement.period?.from === period?.from && statement.period?.to === period?.to],
    ['currency', [...currencies].every((each) => each === null || each === currency)],
  ]
  const broken = claims.find(([, holds]) => !holds)
  return broken === undefined ? null : refuse('lines-differ', broken[0])
}

/** What can be told without lines and statements on record. */
type Foreseeable = Exclude<Acceptable, 'overlapping' | 'not-continuous'>

/** What a person would have to take upon herself and did not, by name. */
export function missingAcceptance(
  account: BankAccount,
  { statement, accepted }: Said,
  proof: Proof,
): Refusal | null {
  const { undecodable, skipped } = statement
  const asks: Readonly<Record<Foreseeable, boolean>> = {
    'account-unnamed': statement.account === null,
    'account-differs': statement.account !== null && !sameAccount(statement.account, account.number),
    unproven: proof.verdict === 'unprovable',
    contradicted: proof.verdict === 'contradicted',
    'rows-left-out': skipped.matter > 0,
    undecodable: undecodable > 0,
  }
  const missing = (Object.keys(asks) as Foreseeable[]).filter(
    (each) => asks[each] && !accepted.includes(each),
  )
  return missing.length === 0 ? null : refuse('not-accepted', missing.join(' '))
}
