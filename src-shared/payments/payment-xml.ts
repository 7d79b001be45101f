import { XMLParser } from 'fast-xml-parser'
import { child, type Node } from '../bank-statements/international/xml-node.ts'
import { plainMarkup } from '../bank-statements/international/xml-text.ts'

/** `version` is the message's name, `pain.001.001.09`; null where the file does not say it. */
export type PaymentXml =
  | { readonly kind: 'read'; readonly document: Node; readonly version: string | null }
  | { readonly kind: 'refused'; readonly reason: 'doctype' | 'broken-xml' }

/** The `Document` of an ISO 20022 message. A DOCTYPE or an entity is refused unread; what is torn, or nested without end, too. */
export function parsePaymentXml(xml: string): PaymentXml {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return { kind: 'refused', reason: 'doctype' }
  try {
    const parsed: unknown = new XMLParser({
      parseTagValue: false,
      ignoreAttributes: false,
      parseAttributeValue: false,
      attributeNamePrefix: '@',
      removeNSPrefix: true,
      // A remark may begin with a blank that belongs to it.
      trimValues: false,
      processEntities: false,
    }).parse(plainMarkup(xml), true)
    const document = typeof parsed === 'object' && parsed !== null ? child(parsed as Node, 'Document') : null
    if (document === null) return { kind: 'refused', reason: 'broken-xml' }
    return {
      kind: 'read',
      document,
      version: /pain\.\d{3}\.\d{3}\.\d{2}/.exec(xml.slice(0, 4096))?.[0] ?? null,
    }
  } catch {
    return { kind: 'refused', reason: 'broken-xml' }
  }
}
