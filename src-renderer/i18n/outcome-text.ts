import type { Outcome } from '#shared/contracts/console-platform/commands.ts'
import { rejectionText, roleText } from './failure-text.ts'
import type { Texts } from './texts.ts'

/** What became of a decision, in words. */
export function outcomeText(texts: Texts, outcome: Outcome): string {
  const words = texts.outcomes.outcome[outcome.kind]
  switch (outcome.kind) {
    case 'rejected':
      return `${words}: ${rejectionText(texts, outcome.code, outcome.detail)}`
    case 'not-allowed':
      return outcome.needs.length === 0
        ? words
        : `${words}: ${outcome.needs.map((role) => roleText(texts, role)).join(' / ')}`
    default:
      return words
  }
}
