import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { mapInTurns } from '#node/in-turns.ts'
import { lineNamer, unpackLines } from '#node/packed-lines/packed-lines.ts'
import { type Proof, proveSection } from '#shared/bank-statements/proof.ts'
import { COMMANDS, type Command, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  importedBankLines,
  importedDeposits,
  importedSection,
  matchImportedLine,
} from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import type { Platform } from '../platform.ts'
import { dropStaged, stageInParts } from '../store/staging.ts'
import type { PlatformStore } from '../store/store.ts'
import { KeyTakenError } from '../store/store-errors.ts'
import { checkClaims, missingAcceptance } from './import-checks.ts'
import { checkIds, checkKnown } from './known-on-record.ts'
import { type PreparedImport, type PreparedStatement, type Refusal, refuse } from './ruling.ts'

/** Lines that are made into records at a time. */
const LINES_AT_ONCE = 1000

interface Import {
  readonly commandId: string
  readonly account: BankAccount
  readonly said: CommandArguments<'bank.import-statement'>
  readonly actor: Account
  readonly at: string
}

/**
 * Prepares an import before its transaction, in turns with others, and stages its lines under the command's id. It
 * decides nothing: null where the command is none, was answered already or would be refused before its lines are looked
 * at. What it comes to rests on the arguments and the version of the account alone.
 * @throws KeyTakenError where another commit came in between
 */
export async function prepareImport(
  { store }: Pick<Platform, 'store'>,
  actor: Account,
  command: Command,
  at: string,
): Promise<PreparedImport | null> {
  const { id, type, recordId, expectedVersion } = command
  if (type !== 'bank.import-statement' || !mayCommand(actor.roles, type)) return null
  const said = COMMANDS[type].arguments.safeParse(command.arguments)
  if (!said.success || (await store.outcome(id)) !== null) return null
  const account = await store.get('bankAccount', recordId)
  if (account === null || account.version !== expectedVersion) return null
  await dropStaged(store, id)
  const statement = await prepareStatement(store, { commandId: id, account, said: said.data, actor, at })
  return { accountVersion: account.version, statement }
}

async function prepareStatement(store: PlatformStore, given: Import): Promise<PreparedStatement | Refusal> {
  const { account, said } = given
  const lines = await unpackLines(said.packedLines)
  if (lines === null) return refuse('lines-differ', 'packedLines')
  // Each goes through all lines at once: others have their turn in between.
  await setImmediate()
  const proof = proveSection(importedSection(said.statement, lines))
  await setImmediate()
  const refusal = (await checkClaims(account, said, lines)) ?? missingAcceptance(account, said, proof)
  if (refusal !== null) return refusal
  const names = await mapInTurns(lines, lineNamer())
  const known = await checkKnown(store, account, lines, names, said.accepted)
  if (known !== null) return known
  try {
    return { proof, ...(await stageLines(store, given, lines, names, proof)) }
  } catch (error) {
    const taken = error instanceof KeyTakenError ? await checkIds(store, lines) : null
    if (taken === null) throw error
    return taken
  }
}

/**
 * Stages the new lines, those that the command matches as it leaves them: whether the deposits take them is asked again
 * when the import closes.
 */
async function stageLines(
  store: PlatformStore,
  { commandId, account, said, actor, at }: Import,
  lines: readonly ImportedLine[],
  names: readonly string[],
  { directions }: Proof,
): Promise<Omit<PreparedStatement, 'proof'>> {
  const partOf = new Map(said.matches.map(({ lineId, part }) => [lineId, part]))
  const deposits = await answeredFrom(importedDeposits({ arguments: said }), store)
  const toMatch: BankLine[] = []
  let allMatched = true
  const linesHash = createHash('sha256')
  let staged = 0
  // Made as they are staged: a large statement is not held as records.
  function* toStage(): Generator<BankLine> {
    for (let first = 0; first < lines.length; first += LINES_AT_ONCE) {
      const some = <T>(all: readonly T[]) => all.slice(first, first + LINES_AT_ONCE)
      const named = { lines: some(lines), names: some(names), directions: some(directions), first }
      for (const line of importedBankLines(account, said, named, at)) {
        linesHash.update(`${line.id} ${line.identity}\n`)
        staged += 1
        const part = partOf.get(line.id)
        if (part === undefined) {
          yield line
          continue
        }
        toMatch.push(line)
        const decided = matchImportedLine(line, part, deposits, actor, at)
        if (typeof decided === 'string') allMatched = false
        yield typeof decided === 'string' ? line : decided.line
      }
    }
  }
  await stageInParts(store, commandId, 'bankLine', toStage())
  return { staged, toMatch, allMatched, linesHash: linesHash.digest('hex') }
}
