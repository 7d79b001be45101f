import { child, children, type Node, textAt } from '../bank-statements/international/xml-node.ts'
import type { InvoiceKind, InvoiceReading } from './invoice.ts'
import { kindOfName } from './invoice-kind.ts'
import { readStated, singleText, unreadable } from './stated.ts'

const PLACES = {
  net: 'TaxExclusiveTotalAmount',
  tax: 'TaxTotalAmount',
  gross: 'TaxInclusiveTotalAmount',
  issuedOn: 'IssueDate',
} as const

/** Reads the `eInvoice` element that the OFD of an older electronic invoice carries (edrm.org.cn, 2019). */
export function readEdrmInvoice(node: Node): InvoiceReading {
  const twice: string[] = []
  const said = (from: readonly Node[], name: string): string => {
    const value = singleText(from, name)
    if (value === null) twice.push(name)
    return value ?? ''
  }
  const buyer = children(node, 'Buyer')
  const seller = children(node, 'Seller')
  const code = said([node], 'InvoiceCode')
  const stated = {
    number: said([node], 'InvoiceNo'),
    code: code === '' ? null : code,
    kind: kindOfCode(code) ?? kindOfName(textAt(node, 'Title') || textAt(node, 'InvoiceType')),
    seller: said(seller, 'SellerName'),
    sellerTaxId: said(seller, 'SellerTaxID'),
    buyer: said(buyer, 'BuyerName'),
    buyerTaxId: said(buyer, 'BuyerTaxID'),
    net: said([node], 'TaxExclusiveTotalAmount'),
    tax: said([node], 'TaxTotalAmount'),
    gross: said([node], 'TaxInclusiveTotalAmount'),
    capitals: '',
    issuedOn: said([node], 'IssueDate'),
    lines: children(child(node, 'GoodsInfos'), 'GoodsInfo').map((line) => ({
      net: textAt(line, 'Amount'),
      tax: textAt(line, 'TaxAmount') || textAt(line, 'TaxAmt'),
      rate: textAt(line, 'TaxScheme') || textAt(line, 'TaxRate'),
    })),
    remark: said([node], 'Note'),
    isRed: false,
    redLetter: null,
  }
  const [first] = twice
  return first === undefined ? readStated(stated, PLACES) : unreadable(first)
}

/** The kind that the last two digits of a code of 12 digits name, for electronic invoices; null of any other. */
export function kindOfCode(code: string): InvoiceKind | null {
  const ending = /^0\d{9}(\d\d)$/.exec(code)?.[1]
  return ending === '11' ? 'ordinary' : ending === '13' ? 'special' : null
}
