import { grouped } from '#renderer/format/quantity.ts'
import type { Texts } from '#renderer/i18n/texts.ts'
import type { ImportSection } from '#shared/contracts/console-engine/bank-imports.ts'
import { moneyText } from './money-text.ts'

type Check = ImportSection['proof']['checks'][number]

/** What was checked; a check of a newer engine names itself. */
export function checkName(check: string, texts: Texts['bankImport']['proof']): string {
  const names: Readonly<Record<string, string>> = texts.check
  return names[check] ?? check
}

/** What a check expected and found, in words. */
export function checkFinding(
  { check, verdict, expected, found, row }: Check,
  texts: Texts['bankImport']['proof'],
  currency: string | null,
): string {
  const isCount = check === 'count' || check.endsWith('-count')
  const value = (number: number) => (isCount ? texts.count(grouped(number)) : moneyText(number, currency))
  if (check === 'running-balance') {
    return expected === null || found === null || row === null
      ? texts.running[verdict === 'proven' ? 'proven' : 'unprovable']
      : texts.running.contradicted(
          grouped(row),
          value(expected),
          value(found),
          value(Math.abs(found - expected)),
        )
  }
  if (expected === null || found === null) return texts.word[verdict]
  return expected === found
    ? texts.agreed(value(found))
    : texts.compared(value(expected), value(found), value(Math.abs(found - expected)))
}
