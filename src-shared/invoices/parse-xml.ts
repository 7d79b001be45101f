import { XMLParser } from 'fast-xml-parser'
import { children, type Node } from '../bank-statements/international/xml-node.ts'
import { plainMarkup } from '../bank-statements/international/xml-text.ts'

/** An invoice of a hundred pages has less. */
export const MOST_XML = 8 * 1024 * 1024
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i
/** Elements of invoices stand less deep. */
const DEEPEST = 12

/** The elements of a document; a word that says why it is none. */
export function parseXml(xml: string): Node | 'doctype' | 'unreadable' {
  if (DECLARES.test(xml)) return 'doctype'
  if (xml.length > MOST_XML) return 'unreadable'
  try {
    const parsed: unknown = new XMLParser({
      ...{ parseTagValue: false, parseAttributeValue: false, trimValues: true, removeNSPrefix: true },
      ...{ ignoreAttributes: false, attributeNamePrefix: '@' },
      // It decodes no numeric references; the reader of nodes decodes all of them, once.
      processEntities: false,
    }).parse(plainMarkup(xml.replace(/^\uFEFF/, '')), true)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Node) : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

/** All elements of a name, wherever they stand; what stands inside one of them is not looked at. */
export function descendants(node: Node, name: string, depth = 0): readonly Node[] {
  if (depth > DEEPEST) return []
  return Object.keys(node).flatMap((key) => {
    if (key === name) return children(node, key)
    if (key.startsWith('@') || key === '#text') return []
    return children(node, key).flatMap((each) => descendants(each, name, depth + 1))
  })
}
