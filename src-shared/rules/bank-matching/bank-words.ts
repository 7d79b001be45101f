import { foldName } from '../../base/fold-name.ts'

/** Words of the bank for money that comes back, or an entry that is taken back. */
export const RETURN_WORDS = ['退汇', '退回', '冲正', '冲账', '冲销', '抹账', '撤销'] as const

/** What a bank, or the holder of the account, books without a vendor. */
export type OwnKind = 'interest' | 'charge' | 'transfer'

interface OwnWords {
  readonly what: OwnKind
  /** The only way such money goes; null where it goes both ways. */
  readonly direction: 'in' | 'out' | null
  readonly words: readonly string[]
}

export const OWN_WORDS: readonly OwnWords[] = [
  { what: 'interest', direction: 'in', words: ['结息', '利息'] },
  { what: 'charge', direction: 'out', words: ['手续费', '工本费', '管理费'] },
  { what: 'transfer', direction: null, words: ['划转', '归集', '下拨', '调拨', '内部转账'] },
]

/** The texts of a line in which a bank says what it is. */
export interface SaidTexts {
  readonly summary: string
  readonly purpose: string
  readonly remark: string
}

/**
 * The first of the words that the bank itself says: in the summary, or where purpose or remark begin. Further in they
 * are the payer's.
 */
export function wordSaid(line: SaidTexts, words: readonly string[]): string | null {
  const summary = foldName(line.summary)
  const beginnings = [foldName(line.purpose), foldName(line.remark)]
  const isSaid = (word: string) => summary.includes(word) || beginnings.some((text) => text.startsWith(word))
  return words.find((word) => isSaid(foldName(word))) ?? null
}
