import { CitationLine } from '#renderer/review/citation-line.tsx'
import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'

/** The sentence by which a deposit is paid back, as its source has it; nothing where it states none. */
export function RefundRule({ opened }: { readonly opened: DepositCase }) {
  const step = opened.explanation.find(({ citation }) => citation.ruleId === 'deposit.refund')
  return step === undefined ? null : <CitationLine citation={step.citation} />
}
