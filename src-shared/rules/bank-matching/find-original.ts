import { foldName, foldNameAsWritten, foldWriting } from '../../base/fold-name.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import { RETURN_WORDS, type SaidTexts, wordSaid } from './bank-words.ts'
import { plainAccount } from './line-to-match.ts'
import type { OriginalReason } from './original-types.ts'

/** A line of an account, as far as taking back looks at it. */
export interface BookedLine {
  readonly id: string
  readonly bookedOn: PlainDate
  /** What it does to the balance, fen. */
  readonly effect: Fen
  readonly isDirectionProven: boolean
  readonly isReversal: boolean
  readonly serial: string | null
  readonly counterpartyName: string
  readonly counterpartyAccount: string
}

export interface ReturningLine extends BookedLine, SaidTexts {}

export interface OriginalFound {
  readonly id: string
  readonly reasons: readonly OriginalReason[]
  /** Exactly one fits, its counterparty agrees and the line says that it takes something back. */
  readonly certain: boolean
}

/** How many a person is shown at the most. */
const ORIGINALS_LIMIT = 10
/** Shorter numbers turn up in a text by chance. */
const MIN_SERIAL = 6

const WEIGHT: Readonly<Record<OriginalReason, number>> = {
  'serial-named': 40,
  'same-counterparty-account': 30,
  'same-counterparty-name': 20,
  'reversal-entry': 0,
  'says-return': 0,
  'opposite-amount': 0,
  'same-day': 5,
  'days-later': 0,
  'several-originals': 0,
}

/** Whether a line says of itself that it takes another back: 退汇, 冲正. */
export function saysReturn(line: SaidTexts & Pick<BookedLine, 'isReversal'>): boolean {
  return line.isReversal || wordSaid(line, RETURN_WORDS) !== null
}

/**
 * The lines that this one may take back, best first: of the exact opposite amount, not later than it, of the same
 * account (`others` are lines of that account that stand). One that says nothing of a return is compared with lines
 * of its own counterparty only. Pure; the order of `others` changes nothing.
 */
export function findOriginals(line: ReturningLine, others: readonly BookedLine[]): OriginalFound[] {
  const says = saysReturn(line)
  const ranked = others
    .filter((other) => isOpposite(line, other))
    .map((other) => ({ other, agrees: counterpartyAgrees(line, other), reasons: reasonsFor(line, other) }))
    .filter(({ reasons }) => says || speaksFor(reasons))
    .map((each) => ({ ...each, score: each.reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0) }))
    .sort((a, b) => b.score - a.score || laterFirst(a.other, b.other))
  const fitting = ranked.filter(({ agrees }) => agrees)
  const isOnly = fitting.length === 1
  return ranked.slice(0, ORIGINALS_LIMIT).map(({ other, agrees, reasons }) => ({
    id: other.id,
    reasons: agrees && !isOnly ? [...reasons, 'several-originals' as const] : reasons,
    certain: says && isOnly && agrees && line.isDirectionProven && other.isDirectionProven,
  }))
}

/** A reversal stands for no original of another. */
function isOpposite(line: BookedLine, other: BookedLine): boolean {
  const isEarlier = other.id !== line.id && other.bookedOn <= line.bookedOn
  return isEarlier && !other.isReversal && other.effect === -line.effect && line.effect !== 0
}

/** Account or name are equal as written, and neither differs: a name in other characters may be another's. */
function counterpartyAgrees(line: BookedLine, other: BookedLine): boolean {
  const compared = [
    [foldNameAsWritten(line.counterpartyName), foldNameAsWritten(other.counterpartyName)],
    [plainAccount(line.counterpartyAccount), plainAccount(other.counterpartyAccount)],
  ].filter((pair) => !pair.includes(''))
  return compared.length > 0 && compared.every(([one, another]) => one === another)
}

function reasonsFor(line: ReturningLine, other: BookedLine): OriginalReason[] {
  const reasons: OriginalReason[] = ['opposite-amount']
  if (isSame(plainAccount(line.counterpartyAccount), plainAccount(other.counterpartyAccount)))
    reasons.push('same-counterparty-account')
  if (isSame(foldName(line.counterpartyName), foldName(other.counterpartyName)))
    reasons.push('same-counterparty-name')
  if (namesSerial(line, other.serial)) reasons.push('serial-named')
  if (line.isReversal) reasons.push('reversal-entry')
  if (wordSaid(line, RETURN_WORDS) !== null) reasons.push('says-return')
  reasons.push(other.bookedOn === line.bookedOn ? 'same-day' : 'days-later')
  return reasons
}

function speaksFor(reasons: readonly OriginalReason[]): boolean {
  const counts: readonly OriginalReason[] = [
    'same-counterparty-account',
    'same-counterparty-name',
    'serial-named',
  ]
  return reasons.some((reason) => counts.includes(reason))
}

function namesSerial({ summary, purpose, remark }: SaidTexts, serial: string | null): boolean {
  const wanted = foldWriting(serial ?? '')
  if (wanted.length < MIN_SERIAL) return false
  const said = foldWriting(`${summary} ${purpose} ${remark}`)
  return said.split(/[^0-9a-z-]+/).includes(wanted)
}

/** The nearest before; ids last, so that the order given means nothing. */
function laterFirst(one: BookedLine, other: BookedLine): number {
  if (one.bookedOn !== other.bookedOn) return one.bookedOn > other.bookedOn ? -1 : 1
  return one.id > other.id ? -1 : 1
}

function isSame(one: string, other: string): boolean {
  return one !== '' && one === other
}
