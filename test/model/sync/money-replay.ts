import type { AppliedDecision } from './auditor.ts'
import { importedLines, importedParts, statementOf } from './imported-lines.ts'
import { type Line, liveParts, type Obligation, type Part, sum } from './money-records.ts'

interface Standing {
  readonly account: string
  readonly parts: readonly Part[] | null
  readonly takenBackBy: string | null
  /** What it was accounted for as when it was taken back. */
  readonly before: readonly Part[] | null
}

/** All applied decisions once more, in their order, come to what is on record. */
export function replayComplaints(
  applied: readonly AppliedDecision[],
  lines: ReadonlyMap<string, Line>,
  obligations: ReadonlyMap<string, Obligation>,
): string[] {
  const standing = new Map<string, Standing>()
  const brought = new Map<string, string[]>()
  const complaints: string[] = []
  for (const { commandId, type, recordId, arguments: json } of applied) {
    if (type === 'bank.import-statement') {
      for (const [id, parts] of importedParts(json)) {
        if (standing.has(id)) complaints.push(`${commandId} brought ${id} again`)
        standing.set(id, { account: recordId, parts, takenBackBy: null, before: null })
      }
      brought.set(
        statementOf(json),
        importedLines(json).map(({ id }) => id),
      )
    }
    if (type === 'bank.withdraw-statement') {
      const { statementId } = JSON.parse(json) as { statementId: string }
      for (const id of brought.get(statementId) ?? []) {
        const gone = standing.get(id)
        if (gone === undefined || gone.parts !== null || gone.takenBackBy !== null)
          complaints.push(`${commandId} takes ${id} away, which is not open`)
        standing.delete(id)
      }
      brought.delete(statementId)
    }
    const line = standing.get(recordId)
    if (type !== 'deposit.match' && type !== 'deposit.unmatch') continue
    if (line === undefined) {
      complaints.push(`${commandId} accounts for ${recordId}, which nobody imported`)
      continue
    }
    const isMatch = type === 'deposit.match'
    if (line.takenBackBy !== null || (line.parts === null) !== isMatch)
      complaints.push(`${commandId}: ${type} of a line that stands otherwise`)
    const parts = isMatch ? (JSON.parse(json) as { parts: Part[] }).parts : null
    const moved = (parts ?? line.parts)?.find(({ target }) => target.kind === 'return')?.target.lineId
    standing.set(recordId, { ...line, parts })
    const other = moved === undefined ? undefined : standing.get(moved)
    if (moved === undefined || other === undefined) continue
    if (isMatch && other.takenBackBy !== null)
      complaints.push(`${commandId} takes back ${moved}, which is gone`)
    standing.set(
      moved,
      isMatch
        ? { ...other, parts: null, before: other.parts, takenBackBy: recordId }
        : { ...other, parts: other.before, before: null, takenBackBy: null },
    )
  }
  return [...complaints, ...differences(standing, lines, obligations)]
}

function differences(
  standing: ReadonlyMap<string, Standing>,
  lines: ReadonlyMap<string, Line>,
  obligations: ReadonlyMap<string, Obligation>,
): string[] {
  const complaints: string[] = []
  if (standing.size !== lines.size)
    complaints.push(`${lines.size} lines on record, ${standing.size} were imported`)
  for (const [id, { account, parts, takenBackBy }] of standing) {
    const line = lines.get(id)
    const same =
      line?.accountId === account &&
      line.takenBackBy === takenBackBy &&
      JSON.stringify(liveParts(line).map(money)) === JSON.stringify((parts ?? []).map(money))
    if (!same) complaints.push(`line ${id} is not what the decisions about it come to`)
  }
  for (const { id, entries } of obligations.values()) {
    const parts = [...standing.values()].flatMap((each) => each.parts ?? [])
    const due = parts.filter(({ target }) => target.obligationId === id)
    const expected = sum(due.map(({ target, amount }) => (target.kind === 'refund' ? -amount : amount)))
    const found = sum(entries.map(({ amount }) => amount))
    if (expected !== found) complaints.push(`deposit ${id} holds ${found}, decisions come to ${expected}`)
  }
  return complaints
}

function money({ target, amount }: Part) {
  return [target.kind, target.obligationId ?? target.requestId ?? null, target.lineId ?? null, amount]
}
