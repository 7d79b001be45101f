import { decodeText } from '../bank-statements/decode-text.ts'
import { children, type Node } from '../bank-statements/international/xml-node.ts'
import type { InvoiceReading } from './invoice.ts'
import { descendants, MOST_XML, parseXml } from './parse-xml.ts'
import { readEdrmInvoice } from './read-edrm-invoice.ts'
import { readEInvoice } from './read-einvoice.ts'
import { unreadable } from './stated.ts'

/** The invoices of an XML file; one problem where it holds none. A file may wrap several. */
export function readInvoiceXml(bytes: Uint8Array): readonly InvoiceReading[] {
  if (bytes.length > 2 * MOST_XML) return [unreadable('')]
  const { text, undecodable } = decodeText(bytes)
  if (undecodable > 0) return [unreadable('')]
  const root = parseXml(text)
  if (root === 'doctype') return [{ kind: 'problem', problem: 'doctype', place: '<!DOCTYPE>' }]
  if (root === 'unreadable') return [unreadable('')]
  const readings = [
    ...descendants(root, 'EInvoice').map(readEInvoice),
    ...descendants(root, 'eInvoice').map(readEdrmInvoice),
  ]
  return readings.length > 0 ? readings : [unreadable(rootName(root))]
}

function rootName(root: Node): string {
  const name = Object.keys(root).find((key) => !key.startsWith('?') && children(root, key).length > 0)
  return name === undefined ? '' : `<${name}>`
}
