import type { ControlRow } from '#shared/contracts/console-engine/rules.ts'
import { parseYuan } from '#shared/money/yuan.ts'
import type { AnyControlValue } from '#shared/rules/in-force/company-controls.ts'

const WHOLE = /^\d{1,9}$/
/** Per cent with up to two decimals. */
const PERCENT = /^(\d{1,5})(?:\.(\d{1,2}))?$/

/** What was typed for a control as its value: fen, days, hundredths of a per cent, whether, words; null where it is none. */
export function typedValue(holds: ControlRow['holds'], typed: string): AnyControlValue | null {
  const text = typed.trim()
  switch (holds) {
    case 'money':
      return parseYuan(text)
    case 'rate': {
      const [, whole = '', decimals = ''] = PERCENT.exec(text) ?? []
      return whole === '' ? null : Number(whole + decimals.padEnd(2, '0'))
    }
    case 'days':
    case 'working-days':
    case 'months':
      return WHOLE.test(text) ? Number(text) : null
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : null
    case 'text':
      return text
  }
}

/** A value as one would type it. */
export function asTyped(holds: ControlRow['holds'], value: AnyControlValue): string {
  switch (holds) {
    case 'money':
    case 'rate':
      return (Number(value) / 100).toFixed(2)
    case 'days':
    case 'working-days':
    case 'months':
    case 'text':
      return String(value)
    case 'yes-no':
      return value === true ? 'yes' : 'no'
  }
}
