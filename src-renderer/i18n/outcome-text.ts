import type { OutboxEntry } from '#shared/contracts/console-engine/pending.ts'
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
    case 'applied':
    case 'already-applied':
    case 'conflict':
    case 'later':
    case 'sign-in-needed':
    case 'client-too-old':
      return words
  }
}

/** What stands in the way, by the engine's code; a code without words is shown as it came. */
export function troubleText(texts: Texts, code: string): string {
  const words: Readonly<Record<string, string>> = texts.outcomes.trouble
  return words[code] ?? code
}

/** Why a decision came back or waits: the platform's outcome, else what stands in the way. */
export function whyText(
  texts: Texts,
  { lastOutcome, lastError }: Pick<OutboxEntry, 'lastOutcome' | 'lastError'>,
): string | null {
  if (lastOutcome !== null) return outcomeText(texts, lastOutcome)
  return lastError === null ? null : troubleText(texts, lastError)
}
