import type { InvoiceKind } from './invoice.ts'

/** Of GeneralOrSpecialVAT. */
const BY_CODE: Readonly<Record<string, InvoiceKind>> = { '01': 'special', '02': 'ordinary' }

/** The kind a label names; null where it names none, or both. */
export function kindOfName(name: string): InvoiceKind | null {
  const isSpecial = /专用|专票/u.test(name)
  const isOrdinary = /普通|普票/u.test(name)
  if (isSpecial === isOrdinary) return null
  return isSpecial ? 'special' : 'ordinary'
}

/** What code and name of a label say: nothing, one kind, or two that differ. */
export function kindsOfLabel(code: string, name: string): InvoiceKind[] {
  const byCode = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined
  const byName = kindOfName(name)
  return [...(byCode === undefined ? [] : [byCode]), ...(byName === null ? [] : [byName])]
}
