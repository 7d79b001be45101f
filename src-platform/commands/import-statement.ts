import { setImmediate } from 'node:timers/promises'
import type { Proof } from '#shared/bank-statements/proof.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import { lineName, lineNamesOf } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { Acceptable, BankStatement } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { decideBankAccount } from '#shared/contracts/console-platform/transitions/bank-account-transitions.ts'
import {
  accountLine,
  type ImportDecision,
} from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import {
  type AccountLine,
  compareWithKnown,
  daysToCompare,
  type KnownLines,
} from '#shared/rules/known-lines/compare-with-known.ts'
import { audit } from '../audit/audit-log.ts'
import type { StoreTransaction } from '../store/store.ts'
import { writePosted } from './bank-line-command.ts'
import { matchImported } from './match-imported.ts'
import { prepareStatement } from './prepare-import.ts'
import { type CommandSetting, type PreparedStatement, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Names asked for before others have their turn: a large statement has most of a second's worth. */
const NAMES_AT_ONCE = 10_000
/** Lines that are read in full before others have their turn. */
const LINES_AT_ONCE = 500

/**
 * Adds the new lines of a statement to an account, with the deposits they close by themselves. All that the command
 * says is found out anew from the lines: what differs, was not accepted or is known by now refuses it whole.
 */
export async function importStatement(
  setting: CommandSetting,
  before: BankAccount,
  decision: ImportDecision,
): Promise<BankAccount | Refusal> {
  const { transaction, actor, at } = setting
  const said = decision.arguments
  const statement = await preparedFor(setting, before, said)
  if ('code' in statement) return statement
  if ((await transaction.get('bankStatement', said.statement.id)) !== null) {
    return refuse('lines-known', said.statement.id)
  }
  const known = await checkKnown(setting, before, statement, said.accepted)
  if (known !== null) return known
  const matched = await matchImported(setting, statement.added, decision)
  if ('code' in matched) return matched
  const after = decideBankAccount(before, before.id, decision, actor, at)
  if (after === null) return refuse('wrong-state', before.id)

  // The account comes last: a console that has its new version has the lines too.
  await transaction.putNew('bankLine', matched.lines)
  await audit(transaction, {
    at,
    actor: actor.id,
    action: decision.type,
    recordKind: 'bankLine',
    recordId: said.statement.id,
    after: matched.lines.map(({ id, version, identity }) => [id, version, identity]),
    commandId: setting.commandId,
  })
  await writePosted(setting, decision.type, matched.posted)
  const record = statementOf(setting, before, said, statement.proof)
  await writeRecord(setting, decision.type, 'bankStatement', null, record)
  await writeRecord(setting, decision.type, 'bankAccount', before, after)
  return after
}

/** What was prepared, unless the account has another version by now than it was prepared for. */
async function preparedFor(
  { preparedImport, at }: CommandSetting,
  account: BankAccount,
  said: CommandArguments<'bank.import-statement'>,
): Promise<PreparedStatement | Refusal> {
  return preparedImport?.accountVersion === account.version
    ? preparedImport.statement
    : prepareStatement(account, said, at)
}

/** Refuses lines that are known and should not be, or the other way round; and such as may be and were not asked about. */
async function checkKnown(
  { transaction }: CommandSetting,
  account: BankAccount,
  { lines, names, added }: PreparedStatement,
  accepted: readonly Acceptable[],
): Promise<Refusal | null> {
  const known = await knownAmong(transaction, account, lines, names)
  const taken = await transaction.idsAmong(
    'bankLine',
    added.map(({ id }) => id),
  )
  const novelties = compareWithKnown(lines, names, known)
  for (const [ordinal, { id, place }] of lines.entries()) {
    const isKnown = novelties[ordinal] === 'known'
    if (id === null && !isKnown) return refuse('lines-differ', `row ${place.row}`)
    if (id !== null && (isKnown || taken.has(id))) return refuse('lines-known', `row ${place.row}`)
  }
  const isAsked = novelties.includes('overlapping') && !accepted.includes('overlapping')
  return isAsked ? refuse('not-accepted', 'overlapping') : null
}

/** What an account has of the lines of a statement, in turns with others. */
async function knownAmong(
  transaction: StoreTransaction,
  { marketplace, id, imported }: BankAccount,
  lines: readonly ImportedLine[],
  names: readonly string[],
): Promise<KnownLines> {
  const own = new Map(
    lines.map((line, at) => {
      const identity = names[at] ?? ''
      return [lineName(id, { bookedOn: line.bookedOn, identity }), identity]
    }),
  )
  const asked = [...own.keys()]
  const known = new Set<string>()
  for (let at = 0; at < asked.length; at += NAMES_AT_ONCE) {
    const found = await transaction.namesAmong('bankLine', marketplace, asked.slice(at, at + NAMES_AT_ONCE))
    for (const name of found) known.add(own.get(name) ?? '')
    await setImmediate()
  }
  const days = daysToCompare(lines, names, known)
  const others: AccountLine[] = []
  let between = days === null ? null : lineNamesOf(id, days)
  while (between !== null) {
    const some = await transaction.namedBetween('bankLine', marketplace, between, LINES_AT_ONCE)
    others.push(...some.map(accountLine))
    const last = some.length < LINES_AT_ONCE ? undefined : some.at(-1)
    between = last === undefined ? null : { ...between, after: lineName(id, last) }
    await setImmediate()
  }
  return { names: known, lines: others, imported }
}

function statementOf(
  { actor, at }: CommandSetting,
  { marketplace, id: accountId }: BankAccount,
  { statement, accepted, lines, added }: CommandArguments<'bank.import-statement'>,
  { opening, closing, verdict }: Proof,
): BankStatement {
  return {
    ...statement,
    version: 1,
    marketplace,
    accountId,
    opening,
    closing,
    proof: verdict,
    accepted: [...accepted],
    lines,
    added,
    importedAt: at,
    by: actor.id,
    byName: actor.name,
  }
}
