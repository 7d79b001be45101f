import { child, children, type Node, text, textAt } from '../bank-statements/international/xml-node.ts'
import type { InvoiceKind, InvoiceReading } from './invoice.ts'
import { kindOfName, kindsOfLabel } from './invoice-kind.ts'
import { descendants } from './parse-xml.ts'
import { readStated, singleText, unreadable } from './stated.ts'

const PLACES = {
  net: 'EInvoiceData/BasicInformation/TotalAmWithoutTax',
  tax: 'EInvoiceData/BasicInformation/TotalTaxAm',
  gross: 'EInvoiceData/BasicInformation/TotalTax-includedAmount',
  issuedOn: 'TaxSupervisionInfo/IssueTime',
} as const
const RED = 'N'

/** Reads the `EInvoice` element of a 数电票, versions 0.2 and 0.31. */
export function readEInvoice(node: Node): InvoiceReading {
  const data = child(node, 'EInvoiceData')
  if (data === null) return unreadable('EInvoice/EInvoiceData')
  const parts = {
    header: children(node, 'Header'),
    seller: children(data, 'SellerInformation'),
    buyer: children(data, 'BuyerInformation'),
    basic: children(data, 'BasicInformation'),
    supervision: children(node, 'TaxSupervisionInfo'),
  }
  const twice: string[] = []
  const said = (part: keyof typeof parts, name: string): string => {
    const value = singleText(parts[part], name)
    if (value === null) twice.push(name)
    return value ?? ''
  }
  const red = child(child(data, 'SpecificInformation'), 'RedEInvoice')
  const additional = child(data, 'AdditionalInformation')
  const labels = child(parts.header[0], 'InherentLabel')
  const stated = {
    number: said('supervision', 'InvoiceNumber') || said('header', 'EIid'),
    code: null,
    kind: kindOf(node),
    seller: said('seller', 'SellerName'),
    sellerTaxId: said('seller', 'SellerIdNum'),
    buyer: said('buyer', 'BuyerName'),
    buyerTaxId: said('buyer', 'BuyerIdNum'),
    net: said('basic', 'TotalAmWithoutTax'),
    tax: said('basic', 'TotalTaxAm'),
    gross: said('basic', 'TotalTax-includedAmount'),
    capitals: said('basic', 'TotalTax-includedAmountInChinese'),
    issuedOn: said('supervision', 'IssueTime') || said('basic', 'RequestTime'),
    lines: children(data, 'IssuItemInformation').map((line) => ({
      net: textAt(line, 'Amount'),
      tax: textAt(line, 'ComTaxAm'),
      rate: textAt(line, 'TaxRate'),
    })),
    remark: additional === null ? '' : textAt(additional, 'Remark') || text(additional),
    isRed: red !== null || textAt(labels, 'InIssuType', 'LabelCode') === RED,
    redLetter: {
      original: textAt(red, 'OriginalInvoiceCode') || null,
      confirmation: textAt(red, 'CreditNoteNumber') || null,
    },
  }
  const [first] = twice
  return first === undefined ? readStated(stated, PLACES) : unreadable(first)
}

/** What says 专票 or 普票: its own label wherever it stands, else the label of another name; null where two differ. */
function kindOf(node: Node): InvoiceKind | null {
  for (const name of ['GeneralOrSpecialVAT', 'InIssuType']) {
    const kinds = descendants(node, name).flatMap((label) =>
      kindsOfLabel(textAt(label, 'LabelCode') || text(label), textAt(label, 'LabelName') || text(label)),
    )
    if (kinds.length > 0) return onlyOf(kinds)
  }
  return onlyOf(
    descendants(node, 'LabelName').flatMap((label) => {
      const kind = kindOfName(text(label))
      return kind === null ? [] : [kind]
    }),
  )
}

function onlyOf(kinds: readonly InvoiceKind[]): InvoiceKind | null {
  const [first = null] = kinds
  return kinds.every((kind) => kind === first) ? first : null
}
