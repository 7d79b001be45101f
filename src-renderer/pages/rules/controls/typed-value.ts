import type { ControlRow } from '#shared/contracts/console-engine/rules.ts'
import { parseYuan } from '#shared/money/yuan.ts'

const WHOLE = /^\d{1,9}$/
/** Per cent with up to two decimals. */
const PERCENT = /^(\d{1,5})(?:\.(\d{1,2}))?$/

/** What was typed for a control as its value: fen, days, hundredths of a per cent, whether; null where it is none. */
export function typedValue(holds: ControlRow['holds'], typed: string): boolean | number | null {
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
  }
}

/** A value as one would type it. */
export function asTyped(holds: ControlRow['holds'], value: boolean | number): string {
  switch (holds) {
    case 'money':
    case 'rate':
      return (Number(value) / 100).toFixed(2)
    case 'days':
    case 'working-days':
    case 'months':
      return String(value)
    case 'yes-no':
      return value === true ? 'yes' : 'no'
  }
}
