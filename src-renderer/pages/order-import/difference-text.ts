import { useMemo } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import type { PreviewOrder } from '#shared/contracts/console-engine/order-imports.ts'
import { formatYuan } from '#shared/money/yuan.ts'

type Difference = PreviewOrder['differs'][number]

const AMOUNTS: ReadonlySet<string> = new Set(['cash', 'listPrice', 'voucher'])
const RATES: ReadonlySet<string> = new Set(['taxBasisPoints', 'agreedBasisPoints'])

/** Says what a file says otherwise, and what an order lacks. */
export function useDifferenceText() {
  const texts = useTexts()
  return useMemo(() => {
    const { orders, field } = texts.orderImport
    const names: Readonly<Record<string, string>> = { ...field, providerId: field.provider }
    const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      kind: texts.orders.kind,
      channel: texts.orders.channel,
      supervision: texts.orders.supervision,
    }
    const said = (name: string, value: Difference['recorded']): string => {
      if (value === null) return orders.nothing
      if (typeof value === 'boolean') return value ? orders.yes : orders.no
      if (typeof value === 'number') {
        if (AMOUNTS.has(name)) return formatYuan(value)
        return RATES.has(name) ? `${value / 100}%` : String(value)
      }
      return name.endsWith('At') ? shanghaiDateTime(value) : (words[name]?.[value] ?? value)
    }
    return {
      differs: ({ field: name, recorded, inFile }: Difference) =>
        orders.differs(names[name] ?? name, said(name, recorded), said(name, inFile)),
      missing: (fields: readonly string[]) =>
        orders.missing(fields.map((name) => names[name] ?? name).join('、')),
    }
  }, [texts])
}
