import { zipOf } from '../../fixtures/build-zip.ts'
import { bytesOf } from './sample-einvoice.ts'

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'

/** An OFD that carries the invoice as XML at a path. */
export function carryingOfd(path: string, xml: string): Uint8Array {
  return zipOf([
    { name: 'OFD.xml', bytes: bytesOf(`<ofd:OFD ${NAMESPACE}><ofd:DocBody/></ofd:OFD>`) },
    { name: 'Doc_0/Document.xml', bytes: bytesOf(`<ofd:Document ${NAMESPACE}/>`) },
    { name: path, bytes: bytesOf(xml) },
  ])
}

/** The XML of an older electronic invoice, as its OFD attaches it. */
export const EDRM =
  '\uFEFF<?xml version="1.0" encoding="utf-8"?>' +
  '<eInvoice xmlns="http://www.edrm.org.cn/schema/e-invoice/2019"><DocID>1</DocID>' +
  '<InvoiceCode>044032000111</InvoiceCode><InvoiceNo>12345678</InvoiceNo><IssueDate>2020年08月17日</IssueDate>' +
  '<Buyer><BuyerName>北京青云科技股份有限公司</BuyerName><BuyerTaxID>91110105MA0001HX7A</BuyerTaxID></Buyer>' +
  '<Seller><SellerName>上海测试云科技有限公司</SellerName><SellerTaxID>91310115MA1K4ABCDD</SellerTaxID></Seller>' +
  '<TaxInclusiveTotalAmount>106.00</TaxInclusiveTotalAmount><Note>备注</Note>' +
  '<TaxTotalAmount>6.00</TaxTotalAmount><TaxExclusiveTotalAmount>100.00</TaxExclusiveTotalAmount>' +
  '<GoodsInfos><GoodsInfo><Item>服务</Item><Amount>100.00</Amount><TaxScheme>6%</TaxScheme>' +
  '<TaxAmount>6.00</TaxAmount></GoodsInfo></GoodsInfos></eInvoice>'

/** An OFD of the kind of 2024: fields in its head, and tags that point to what the page draws. */
export function taggedOfd(): Uint8Array {
  const texts: Readonly<Record<string, string>> = {
    '11': '26312000000000000051',
    '12': '北京青云科技股份有限公司',
    '13': '上海测试云科技有限公司',
    '14': '-',
    '15': '¥12,000.00',
    '16': '-¥720.00',
    '17': '¥12720.00',
    '18': '-',
    '19': '6%',
    '20': '被红冲蓝字数电发票号码：26312000000000000001',
  }
  const tag = (name: string, ...ids: readonly string[]) =>
    `<ofd:${name}>${ids.map((id) => `<ofd:ObjectRef PageRef="1">${id}</ofd:ObjectRef>`).join('')}</ofd:${name}>`
  const object = ([id, text]: readonly [string, string]) =>
    `<ofd:TextObject ID="${id}"><ofd:TextCode X="0" Y="3">${text}</ofd:TextCode></ofd:TextObject>`
  const page = (objects: string) =>
    `<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`
  const data = (name: string, value: string) => `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`
  return zipOf([
    {
      name: 'OFD.xml',
      bytes: bytesOf(
        `<ofd:OFD ${NAMESPACE}><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas>` +
          data('发票号码', '26312000000000000051') +
          data('合计金额', '-12000.00') +
          data('合计税额', '-720.00') +
          data('开票日期', '2026年11月18日') +
          data('购买方纳税人识别号', '91110105MA0001HX7A') +
          data('销售方纳税人识别号', '91310115MA1K4ABCDD') +
          '</ofd:CustomDatas></ofd:DocInfo></ofd:DocBody></ofd:OFD>',
      ),
    },
    {
      name: 'Doc_0/Tpls/Tpl_0/Content.xml',
      bytes: bytesOf(page(object(['1', '电子发票（增值税专用发票）']))),
    },
    {
      name: 'Doc_0/Pages/Page_0/Content.xml',
      bytes: bytesOf(page(Object.entries(texts).map(object).join(''))),
    },
    {
      name: 'Doc_0/Tags/CustomTag.xml',
      bytes: bytesOf(
        `<ofd:eInvoice ${NAMESPACE}>${tag('InvoiceNo', '11')}` +
          `<ofd:Buyer>${tag('BuyerName', '12')}</ofd:Buyer><ofd:Seller>${tag('SellerName', '13')}</ofd:Seller>` +
          tag('TaxExclusiveTotalAmount', '14', '15') +
          tag('TaxTotalAmount', '16') +
          tag('TaxInclusiveTotalAmount', '17', '18') +
          `<ofd:Items>${tag('TaxScheme', '19')}</ofd:Items>${tag('Note', '20')}</ofd:eInvoice>`,
      ),
    },
  ])
}
