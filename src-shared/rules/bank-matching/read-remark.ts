import { distance } from 'fastest-levenshtein'
import { foldName, foldText } from '../../base/fold-name.ts'
import type { RemarkPattern } from './match-types.ts'
import { withoutLegalForm } from './name-parts.ts'

const SEPARATORS = /[\s\p{P}\p{S}]+/gu
/** Words around a payment that say nothing against it. */
const COURTESY = /(入驻|缴纳|缴付|缴|交纳|交|付|支付|转账|汇款)/g
/** Misspellings a fixed part survives: edits. */
const TYPOS = 3
const SURE_START = 4
const SURE_END = 3

/** What a marketplace asks for, folded once for many remarks. */
export interface FoldedPattern {
  /** The word for a deposit. */
  readonly word: string
  /** The fixed part without separators. */
  readonly expected: string
  /** That without the word and without courtesies. */
  readonly usual: string
  /** As `foldName`. */
  readonly fixedPart: string
  /** Words of the pattern, which name nobody. */
  readonly words: readonly string[]
}

export function foldPattern({ fixedPart, depositWord }: RemarkPattern): FoldedPattern {
  const word = foldText(depositWord)
  const fixed = foldText(fixedPart)
  const expected = bare(fixed)
  const usual = aside(expected, word)
  return { word, expected, usual, fixedPart: foldName(fixedPart), words: [...fixed.split(' '), word] }
}

/** How a remark, less the name found in it, compares with what the marketplace asks for. */
export type RemarkTail = 'as-asked' | 'agrees' | 'truncated' | 'otherwise'

/**
 * Compares what stands in a folded remark before and after a name with the fixed part of the pattern. Any other
 * word or number beside the name may make it another company's name, or another payment.
 */
export function judgeTail(before: string, after: string, pattern: FoldedPattern): RemarkTail {
  const { word, expected, usual } = pattern
  const found = bare(after)
  // The word alone is what anybody writes: only a wording of the marketplace's own is asked for.
  if (bare(before) === '' && found === expected && expected !== word) return 'as-asked'
  if (!['', usual].includes(aside(bare(before), word))) return 'otherwise'
  const isCut = found !== '' && found !== usual && expected.startsWith(found)
  if (isCut && bare(before) === '') return 'truncated'
  if (!found.includes(word) && !bare(before).includes(word)) return 'otherwise'
  const rest = aside(found, word)
  return rest === '' || rest === usual || isMisspelt(rest, usual) ? 'agrees' : 'otherwise'
}

/** A few letters off, but never at an end, where they may belong to another name, and never by a digit. */
function isMisspelt(found: string, expected: string): boolean {
  return (
    expected.length > SURE_START + SURE_END &&
    found.startsWith(expected.slice(0, SURE_START)) &&
    found.endsWith(expected.slice(-SURE_END)) &&
    !/[\p{N}\p{Script=Han}]/u.test(found) &&
    distance(found, expected) <= TYPOS
  )
}

/** The pieces of a remark that could be a name: without the fixed part, cut at separators, no legal form alone. */
export function namePieces(folded: string, { words }: FoldedPattern): string[] {
  let text = folded
  for (const word of words) text = text.replaceAll(word, ' ')
  return text
    .replace(COURTESY, ' ')
    .split(SEPARATORS)
    .filter((piece) => /^\p{Script=Han}{2,}|^[a-z]{3,}/u.test(withoutLegalForm(piece)))
}

/** Less the word for a deposit, and courtesies. */
function aside(text: string, word: string): string {
  return text.replaceAll(word, '').replace(COURTESY, '')
}

function bare(text: string): string {
  return text.replace(SEPARATORS, '')
}
