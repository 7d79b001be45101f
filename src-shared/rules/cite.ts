import { sourceInWords } from '../policy/citing.ts'
import type { PolicyPack } from '../policy/policy-pack.ts'
import type { Citation } from './verdict.ts'

/** A rule of a pack with the sentence it comes from. */
export interface Cited {
  readonly quote: string | null
  readonly summary: string | null
  readonly source: string
  readonly reading: boolean
}

/** The citation of a rule, its source written out. */
export function cite(
  pack: Pick<PolicyPack, 'sources'>,
  ruleId: string,
  { quote, summary, source, reading }: Cited,
): Citation {
  return { ruleId, quote: inOneText(quote, summary), source: sourceInWords(pack.sources, source), reading }
}

/** Stands before our own wording, after the source's where there is any. */
const SUMMARY = '〔摘要〕'
/** What stood before our own wording in citations of records from before. */
const FORMER_SUMMARY = '〔摘录〕'

/** The words of a rule as a citation has them. */
export function inOneText(quote: string | null, summary: string | null): string {
  return summary === null ? (quote ?? '') : `${quote ?? ''}${SUMMARY}${summary}`
}

/** What a citation has of the source's own words 原文, and what of ours 摘要; they stand in one text in records. */
export function wordsOf({ quote }: Pick<Citation, 'quote'>): Pick<Cited, 'quote' | 'summary'> {
  const text = quote.replace(FORMER_SUMMARY, SUMMARY)
  const at = text.indexOf(SUMMARY)
  if (at < 0) return { quote: text, summary: null }
  return { quote: text.slice(0, at) || null, summary: text.slice(at + SUMMARY.length) }
}
