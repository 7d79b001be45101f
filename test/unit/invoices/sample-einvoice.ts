/** What a sample says; amounts and days as the file writes them. */
export interface SampleEInvoice {
  readonly number: string
  readonly kind: string
  readonly seller: string
  readonly sellerTaxId: string
  readonly buyer: string
  readonly buyerTaxId: string
  readonly net: string
  readonly tax: string
  readonly gross: string
  readonly issueTime: string
  readonly remark: string
  readonly lines: readonly (readonly [amount: string, rate: string, tax: string])[]
  readonly specific: string
  readonly inCapitals: string
  readonly version: string
}

export const SPECIAL = '<GeneralOrSpecialVAT><LabelCode>01</LabelCode></GeneralOrSpecialVAT>'
export const ORDINARY = '<GeneralOrSpecialVAT><LabelCode>02</LabelCode></GeneralOrSpecialVAT>'

const SAMPLE: SampleEInvoice = {
  number: '26312000000000000021',
  kind: SPECIAL,
  seller: '上海测试云科技有限公司',
  sellerTaxId: '91310115MA1K4ABCDD',
  buyer: '北京青云科技股份有限公司',
  buyerTaxId: '91110105MA0001HX7A',
  net: '12000.00',
  tax: '720.00',
  gross: '12720.00',
  issueTime: '2026-11-18',
  remark: '',
  lines: [['12000.00', '0.06', '720.00']],
  specific: '',
  inCapitals: '',
  version: '0.31',
}

/** A 数电票 as XML, the same but for what is told. */
export function sampleXml(changes: Partial<SampleEInvoice> = {}): string {
  const said = { ...SAMPLE, ...changes }
  const lines = said.lines.map(
    ([amount, rate, tax]) =>
      `<IssuItemInformation><ItemName>*信息技术服务*平台服务费</ItemName><Amount>${amount}</Amount>` +
      `<TaxRate>${rate}</TaxRate><ComTaxAm>${tax}</ComTaxAm></IssuItemInformation>`,
  )
  return (
    `<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header><EIid>${said.number}</EIid>` +
    `<EInvoiceTag>SWEI3200</EInvoiceTag><Version>${said.version}</Version>` +
    `<InherentLabel>${said.kind}</InherentLabel></Header><EInvoiceData><SellerInformation>` +
    `<SellerIdNum>${said.sellerTaxId}</SellerIdNum><SellerName>${said.seller}</SellerName></SellerInformation>` +
    `<BuyerInformation><BuyerIdNum>${said.buyerTaxId}</BuyerIdNum><BuyerName>${said.buyer}</BuyerName>` +
    `</BuyerInformation><BasicInformation><TotalAmWithoutTax>${said.net}</TotalAmWithoutTax>` +
    `<TotalTaxAm>${said.tax}</TotalTaxAm><TotalTax-includedAmount>${said.gross}</TotalTax-includedAmount>` +
    `<TotalTax-includedAmountInChinese>${said.inCapitals}</TotalTax-includedAmountInChinese>` +
    `</BasicInformation>${lines.join('')}<SpecificInformation>${said.specific}</SpecificInformation>` +
    `<AdditionalInformation><Remark>${said.remark}</Remark></AdditionalInformation></EInvoiceData>` +
    `<TaxSupervisionInfo><InvoiceNumber>${said.number}</InvoiceNumber>` +
    `<IssueTime>${said.issueTime}</IssueTime></TaxSupervisionInfo></EInvoice>`
  )
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
