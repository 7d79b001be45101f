import { children, type Node, text, textAt } from '../bank-statements/international/xml-node.ts'
import { foldForms } from '../base/fold-writing.ts'
import type { InvoiceReading } from './invoice.ts'
import { kindOfName } from './invoice-kind.ts'
import { descendants, parseXml } from './parse-xml.ts'
import { readInvoiceXml } from './read-invoice-xml.ts'
import { readStated, unreadable } from './stated.ts'

/** The files of an OFD, by their paths. */
export interface OfdPackage {
  readonly paths: readonly string[]
  /** @throws Error where the file is torn */
  bytes(path: string): Uint8Array
}

const PLACES = {
  net: 'TaxExclusiveTotalAmount',
  tax: 'TaxTotalAmount',
  gross: 'TaxInclusiveTotalAmount',
  issuedOn: 'IssueDate',
} as const

/**
 * Reads an OFD: the invoice as XML that it carries, of whichever kind; else the fields it states of itself, by their
 * names in `OFD.xml` and by the text objects that its tags point to.
 */
export function readOfd(ofd: OfdPackage): InvoiceReading {
  const carried = ofd.paths
    .filter((path) => CARRIED.test(path))
    .flatMap((path) => readInvoiceXml(ofd.bytes(path)))
  const invoice = carried.find((reading) => reading.kind === 'invoice')
  if (invoice !== undefined) return invoice
  const refused = carried.find((reading) => reading.kind === 'problem' && reading.problem === 'doctype')
  return refused ?? readTagged(ofd)
}

/** Attached data; what describes the page stands elsewhere. */
const CARRIED = /(?:^|\/)(?:Attachs?|Attachments?)\/[^/]*\.xml$|(?:invoice)[^/]*\.xml$/i
const PAGES = /(?:^|\/)(?:Pages|Tpls)\/.*\.xml$/i
const TAGS = /(?:^|\/)CustomTag\.xml$/i

function readTagged(ofd: OfdPackage): InvoiceReading {
  const root = xmlOf(ofd, 'OFD.xml')
  if (root === null) return unreadable('OFD.xml')
  const named = new Map(
    descendants(root, 'CustomData').map((data) => [textAt(data, '@Name'), text(data)] as const),
  )
  const texts = textObjects(ofd)
  const tagged = ofd.paths
    .filter((path) => TAGS.test(path))
    .map((path) => xmlOf(ofd, path))
    .filter((tags) => tags !== null)
  const all = (name: string): string[] =>
    tagged.flatMap((tags) => descendants(tags, name)).map((tag) => referenced(tag, texts))
  const said = (name: string, inside?: string): string => {
    const parts = inside === undefined ? tagged : tagged.flatMap((tags) => descendants(tags, inside))
    const [first] = parts.flatMap((part) => descendants(part, name))
    return first === undefined ? '' : referenced(first, texts)
  }
  const net = amountText(named.get('合计金额') ?? said('TaxExclusiveTotalAmount'))
  const tax = amountText(named.get('合计税额') ?? said('TaxTotalAmount'))
  const titles = [...texts.values()].filter((title) => title.includes('发票'))
  const kinds = new Set(titles.flatMap((title) => kindOfName(title) ?? []))
  const nets = all('Amount')
  const taxes = all('TaxAmount')
  const rates = all('TaxScheme')
  const isPaired = nets.length === rates.length && taxes.length === rates.length
  return readStated(
    {
      number: named.get('发票号码') || said('InvoiceNo'),
      code: named.get('发票代码') || said('InvoiceCode') || null,
      kind: kinds.size === 1 ? ([...kinds][0] ?? null) : null,
      seller: said('SellerName', 'Seller') || said('SellerName') || said('Seller'),
      sellerTaxId: named.get('销售方纳税人识别号') || said('SellerTaxID'),
      buyer: said('BuyerName', 'Buyer') || said('BuyerName') || said('Buyer'),
      buyerTaxId: named.get('购买方纳税人识别号') || said('BuyerTaxID'),
      net,
      tax,
      gross: amountText(said('TaxInclusiveTotalAmount')) || grossOnPage(texts),
      capitals: '',
      issuedOn: named.get('开票日期') || said('IssueDate'),
      lines: rates.map((rate, at) => ({
        net: isPaired ? amountText(nets[at] ?? '') : '',
        tax: isPaired ? amountText(taxes[at] ?? '') : '',
        rate,
      })),
      remark: said('Note') || said('Remark'),
      isRed: false,
      redLetter: null,
    },
    PLACES,
  )
}

/** What the text objects of all pages and templates say, by their ids. */
function textObjects(ofd: OfdPackage): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const path of ofd.paths.filter((each) => PAGES.test(each))) {
    const page = xmlOf(ofd, path)
    if (page === null) continue
    for (const object of descendants(page, 'TextObject')) {
      texts.set(textAt(object, '@ID'), children(object, 'TextCode').map(text).join(''))
    }
  }
  return texts
}

/** The text a tag points to, all its objects together; what it states itself where it points to none. */
function referenced(tag: Node, texts: ReadonlyMap<string, string>): string {
  const references = descendants(tag, 'ObjectRef')
  if (references.length === 0) return text(tag)
  return references.map((reference) => texts.get(text(reference).trim()) ?? '').join('')
}

/** An amount whose sign and figures may be objects of their own, in any order, with the sign of the currency. */
function amountText(said: string): string {
  const plain = foldForms(said).replaceAll(/[¥\s,]/gu, '')
  return /-$/.test(plain) ? `-${plain.slice(0, -1)}` : plain
}

/** The figure of 价税合计 where no tag names it: the text behind or beside （小写）. */
function grossOnPage(texts: ReadonlyMap<string, string>): string {
  for (const said of texts.values()) {
    const found = /小写[)）]?\s*[¥￥]?\s*(-?[\d,]+\.\d{2})/u.exec(said)
    if (found !== null) return amountText(found[1] ?? '')
  }
  return ''
}

function xmlOf(ofd: OfdPackage, path: string): Node | null {
  const found = ofd.paths.find((each) => each === path || each === `/${path}`)
  if (found === undefined) return null
  const parsed = parseXml(new Utf8().decode(ofd.bytes(found)))
  return typeof parsed === 'string' ? null : parsed
}

/** What browsers and Node both have; this room knows the types of neither. */
const { TextDecoder: Utf8 } = globalThis as unknown as {
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string }
}
