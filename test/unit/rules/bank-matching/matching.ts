import { loadPacks } from '#node/resources/load-packs.ts'
import { matchLines } from '#shared/rules/bank-matching/match-lines.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { LineToMatch, MatchDecision } from '#shared/rules/bank-matching/match-types.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'

const packs = await loadPacks(new URL('../../../../resources/policy-packs/', import.meta.url))
export const settings = matchSettings(
  packs.find(({ marketplace }) => marketplace === 'kubesphere')?.deposit ?? null,
)

export const DUE = 500_000
/** What the marketplace asks vendors to write after their name. */
export const ASKED = '-KubeSphere Marketplace 保证金'

/** Open deposits of 5,000.00, of ids P1, P2, … */
export function owing(...names: readonly string[]): OpenItem[] {
  return names.map((counterparty, at) => ({
    ...{ kind: 'deposit', id: `P${at + 1}` },
    ...{ counterparty, due: DUE, accounts: [] },
  }))
}

/** Money in by transfer, 5,000.00 unless said otherwise. */
export function paid(payer: string, remark: string, more: Partial<LineToMatch> = {}): LineToMatch {
  return {
    direction: 'in',
    isReversal: false,
    isDirectionProven: true,
    amount: DUE,
    payer,
    payerAccount: '',
    remark,
    summary: '转账',
    ...more,
  }
}

export function matchAll(
  lines: readonly LineToMatch[],
  deposits: readonly OpenItem[],
): readonly MatchDecision[] {
  return matchLines(lines, deposits, settings)
}

export function match(line: LineToMatch, deposits: readonly OpenItem[]): MatchDecision {
  const [decision] = matchAll([line], deposits)
  if (decision === undefined) throw new Error('a line has a decision')
  return decision
}
