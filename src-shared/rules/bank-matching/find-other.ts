import { OWN_WORDS, type OwnKind, type SaidTexts, wordSaid } from './bank-words.ts'

export interface OtherFound {
  readonly what: OwnKind
  /** The word that says so. */
  readonly word: string
}

interface OtherLine extends SaidTexts {
  readonly direction: 'in' | 'out'
  readonly isReversal: boolean
}

/** What a line is by its own words: interest in, a charge out, a transfer between own accounts; null where none says. */
export function findOther(line: OtherLine): OtherFound | null {
  // A reversed charge comes in: it belongs to the charge.
  if (line.isReversal) return null
  for (const { what, direction, words } of OWN_WORDS) {
    if (direction !== null && direction !== line.direction) continue
    const word = wordSaid(line, words)
    if (word !== null) return { what, word }
  }
  return null
}
