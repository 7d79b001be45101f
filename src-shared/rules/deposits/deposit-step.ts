import type { Citation } from '../verdict.ts'

type Shown = string | number | boolean | null | readonly string[]

/** One step of a calculation: the rule, what it looked at, what it gave. Amounts in fen, days as plain dates. */
export interface DepositStep {
  readonly citation: Citation
  readonly inputs: Readonly<Record<string, Shown>>
  readonly gives: Readonly<Record<string, Shown>>
}
