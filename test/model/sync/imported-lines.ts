import { gunzipSync } from 'node:zlib'
import type { AppliedDecision } from './auditor.ts'
import type { Part } from './money-records.ts'

interface Brought {
  readonly id: string
  readonly counterpartyAccount: string
}

/** The lines an import brings. */
export function importedLines(json: string): Brought[] {
  const said = JSON.parse(json) as { packedLines: string }
  const packed = gunzipSync(Buffer.from(said.packedLines, 'base64')).toString('utf8')
  const lines = JSON.parse(packed) as { id: string | null; counterpartyAccount: string }[]
  return lines.flatMap(({ id, counterpartyAccount }) => (id === null ? [] : [{ id, counterpartyAccount }]))
}

/** The lines an import brings, with what it closes by itself. */
export function importedParts(json: string): [string, Part[] | null][] {
  const { matches } = JSON.parse(json) as { matches: { lineId: string; part: Part }[] }
  return importedLines(json).map(({ id }) => {
    const match = matches.find(({ lineId }) => lineId === id)
    return [id, match === undefined ? null : [match.part]]
  })
}

export function statementOf(json: string): string {
  return (JSON.parse(json) as { statement: { id: string } }).statement.id
}

/** The lines that went with their statements. */
export function withdrawnLines(applied: readonly AppliedDecision[]): ReadonlySet<string> {
  const statements = new Set(
    applied
      .filter(({ type }) => type === 'bank.withdraw-statement')
      .map(({ arguments: json }) => (JSON.parse(json) as { statementId: string }).statementId),
  )
  const imports = applied.filter(({ type }) => type === 'bank.import-statement')
  const gone = imports.filter(({ arguments: json }) => statements.has(statementOf(json)))
  return new Set(gone.flatMap(({ arguments: json }) => importedLines(json).map(({ id }) => id)))
}

/** From which account each line came that was ever imported; a statement may be withdrawn, and what was decided by it stays. */
export function payersOf(applied: readonly AppliedDecision[]): Map<string, string> {
  const imports = applied.filter(({ type }) => type === 'bank.import-statement')
  const lines = imports.flatMap(({ arguments: json }) => importedLines(json))
  return new Map(lines.map(({ id, counterpartyAccount }) => [id, counterpartyAccount]))
}
