import type { Bilingual, Language } from '../base/bilingual.ts'
import { shanghaiDateTime } from '../calendar/shanghai.ts'
import { formatYuan } from '../money/yuan.ts'
import type { Value } from './value.ts'

const WORDS = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** What stands where there is nothing. */
const NONE = '—'
const LISTED: Bilingual = { zh: '、', en: ', ' }
const COLON: Bilingual = { zh: '：', en: ': ' }
/** `2026-11-21 14:05`, of the seconds that follow. */
const MINUTES = 16

/**
 * A value in words, the same on screens, in files and on the command line: money as `¥12,345.67`, instants in Beijing
 * time, a record or person that is not known here by its id.
 */
export function valueText(value: Value, language: Language): string {
  switch (value.kind) {
    case 'nothing':
      return NONE
    case 'money':
      return formatYuan(value.fen)
    case 'rate':
      return rateText(value.basisPoints)
    case 'day':
      return value.day
    case 'instant':
      return shanghaiDateTime(value.at).slice(0, MINUTES)
    case 'count':
      return countText(value.count)
    case 'yes-no':
      return WORDS[value.is ? 'yes' : 'no'][language]
    case 'text':
      return value.text
    case 'term':
      return value.name[language]
    case 'person':
      return value.name ?? value.id
    case 'record':
      return value.title ?? value.id
    case 'list':
      return value.of.map((each) => valueText(each, language)).join(LISTED[language]) || NONE
    case 'phrase':
      return phraseText(value.parts, language)
    case 'labelled':
      return labelledText(value, language)
  }
}

/** `应缴：¥5,000.00`. */
export function labelledText(
  { label, value }: { readonly label: Bilingual; readonly value: Value },
  language: Language,
): string {
  return `${label[language]}${COLON[language]}${valueText(value, language)}`
}

/** What is not there is left out of a phrase. */
function phraseText(parts: readonly Value[], language: Language): string {
  const said = parts.filter((part) => !isNothing(part)).map((part) => valueText(part, language))
  return said.join(' ') || NONE
}

/** Whether there is nothing to say of a value. */
export function isNothing(value: Value): boolean {
  switch (value.kind) {
    case 'nothing':
      return true
    case 'list':
      return value.of.every(isNothing)
    case 'phrase':
      return value.parts.every(isNothing)
    case 'labelled':
      return isNothing(value.value)
    case 'money':
    case 'rate':
    case 'day':
    case 'instant':
    case 'count':
    case 'yes-no':
    case 'text':
    case 'term':
    case 'person':
    case 'record':
      return false
  }
}

/** `8.5%`, `0.05%`, digit by digit. */
function rateText(basisPoints: number): string {
  const digits = String(Math.abs(basisPoints)).padStart(3, '0')
  const decimals = digits.slice(-2).replace(/0+$/, '')
  return `${basisPoints < 0 ? '-' : ''}${digits.slice(0, -2)}${decimals === '' ? '' : `.${decimals}`}%`
}

/** `12,345`. */
export function countText(count: number): string {
  const [whole = '', decimals] = String(count).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}
