import type { Language } from '#shared/base/bilingual.ts'
import { grouped } from '../format/quantity.ts'

/** What large numbers are counted in, the largest first: 万 and 亿 here, thousands and millions there. */
const UNITS: Readonly<Record<Language, readonly (readonly [of: number, name: string])[]>> = {
  zh: [
    [100_000_000, '亿'],
    [10_000, '万'],
  ],
  en: [
    [1_000_000, 'M'],
    [1000, 'k'],
  ],
}

/** A number beside an axis, short: `1.5万`, `15k`; exact figures stand elsewhere. */
export function axisLabel(value: number, language: Language): string {
  const unit = UNITS[language].find(([of]) => Math.abs(value) >= of)
  if (unit === undefined) return grouped(Math.round(value))
  const [of, name] = unit
  const tenths = Math.round((value / of) * 10) / 10
  return `${tenths}${name}`
}
