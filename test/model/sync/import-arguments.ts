import { lineNames, packLines } from '#node/packed-lines/packed-lines.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { StatementFile } from './bank-ledger.ts'

type Import = CommandArguments<'bank.import-statement'>

/** What an account has when a file is held against it. */
export interface Known {
  readonly imported: BankAccount['imported']
  readonly names: ReadonlySet<string>
}

/** What a session of importing would send for a file; `certain` says which new lines close a deposit by themselves. */
export function importArguments(
  file: StatementFile,
  { imported, names }: Known,
  newId: () => string,
  certain: (added: readonly ImportedLine[]) => Import['matches'] = () => [],
): Import {
  const own = lineNames(file.lines)
  const lines = file.lines.map((line, at) => ({ id: names.has(own[at] ?? '') ? null : newId(), ...line }))
  const added = lines.filter(({ id }) => id !== null)
  const overlaps = added.some(
    ({ bookedOn }) => imported !== null && bookedOn >= imported.from && bookedOn < imported.to,
  )
  return {
    statement: { id: newId(), ...file.head },
    packedLines: packLines(lines),
    lines: lines.length,
    added: added.length,
    matches: certain(added),
    // Files come in any order: whether they go on from each other is no part of the model.
    accepted: [...(overlaps ? ['overlapping' as const] : []), 'not-continuous'],
  }
}
