import type { Texts } from '#renderer/i18n/texts.ts'
import type { DepositStepShown } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'

const MONEY = new Set(['required', 'each'])

/** The values of a step in words, label by label; what it looks at first, what it gives after. */
export function stepValues(
  values: DepositStepShown['inputs'],
  texts: Texts,
): (readonly [label: string, value: string])[] {
  const labels: Readonly<Record<string, string>> = texts.deposits.step
  return Object.entries(values).map(([name, value]) => [labels[name] ?? name, words(name, value, texts)])
}

function words(name: string, value: DepositStepShown['inputs'][string], texts: Texts): string {
  if (value === null) return texts.format.none
  if (typeof value === 'boolean') return value ? texts.format.yes : texts.format.no
  if (typeof value === 'number') return MONEY.has(name) ? formatYuan(value) : String(value)
  return typeof value === 'string' ? value : texts.review.listed(value)
}
