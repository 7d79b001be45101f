import type { MatchReason } from './match-types.ts'
import type { OriginalReason } from './original-types.ts'
import { speakAgainst } from './reason-side.ts'

/** How sure it is what an open line is, the surest first. */
export const CONFIDENCES = ['exact', 'likely', 'doubtful', 'none'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What is known of what an open line may be. */
interface Known {
  /** How many things it may be. */
  readonly candidates: number
  /** What one key would accept; null where a person has to choose. */
  readonly proposal: readonly { readonly reasons: readonly (MatchReason | OriginalReason)[] }[] | null
  /** Direction, amount and name agree exactly, and nothing else fits. */
  readonly isCertain: boolean
  /** Another open line would settle the same. */
  readonly hasRival: boolean
}

/** How sure it is what an open line is; `exact` only what nobody needs to look at one by one. Pure. */
export function confidenceOf({ candidates, proposal, isCertain, hasRival }: Known): Confidence {
  if (candidates === 0) return 'none'
  if (proposal === null || hasRival) return 'doubtful'
  if (proposal.some(({ reasons }) => speakAgainst(reasons))) return 'doubtful'
  return isCertain && proposal.length === 1 ? 'exact' : 'likely'
}
