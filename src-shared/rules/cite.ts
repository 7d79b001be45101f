import { sourceInWords } from '../policy/citing.ts'
import type { PolicyPack } from '../policy/policy-pack.ts'
import type { Citation } from './verdict.ts'

/** A rule of a pack with the sentence it comes from. */
export interface Cited {
  readonly quote: string
  readonly source: string
  readonly reading: boolean
}

/** The citation of a rule, its source written out. */
export function cite(
  pack: Pick<PolicyPack, 'sources'>,
  ruleId: string,
  { quote, source, reading }: Cited,
): Citation {
  return { ruleId, quote, source: sourceInWords(pack.sources, source), reading }
}
