import type { Bilingual } from '../../base/bilingual.ts'
import { foldWriting } from '../../base/fold-writing.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { type Invoice, type InvoiceProblem, isInvoiceNumber } from '../../invoices/invoice.ts'
import { issuedFor } from '../../invoices/read-remark.ts'
import { chineseCapitals } from '../../money/chinese-capitals.ts'
import type { Fen } from '../../money/fen.ts'
import { formatYuan } from '../../money/yuan.ts'
import { normaliseCode } from '../admission/code-text.ts'
import type { InvoiceFinding } from './invoice-finding.ts'

/** What an invoice of a vendor has to say. */
export interface InvoiceParties {
  readonly vendor: string
  /** Null where the vendor has none, or it is not known. */
  readonly vendorTaxId: string | null
  /** Null where it is not known: the buyer is not judged by it. */
  readonly ourName: string | null
  readonly ourTaxId: string | null
  readonly today: PlainDate
}

type Found = Omit<InvoiceFinding, 'at'>

/** What is wrong with one invoice by itself, whatever it pays. */
export function findingsOfInvoice(invoice: Invoice, parties: InvoiceParties): Found[] {
  return [
    ...numberAndDay(invoice, parties),
    ...sums(invoice),
    ...buyerFindings(invoice, parties),
    ...seller(invoice, parties),
    ...capitals(invoice),
  ]
}

export function findingOfProblem({ problem, place }: InvoiceProblem): Found {
  if (problem === 'doctype') {
    return must('doctype_not_allowed', 'file', place, {
      zh: '文件声明了 DOCTYPE 或实体，不予读取：请服务商提供税务平台下载的原始 XML 或 OFD',
      en: 'The file declares a DOCTYPE or entities and is not read: ask for the original XML or OFD from the tax platform',
    })
  }
  if (problem === 'not-valid') {
    return must('unreadable', 'file', place, {
      zh: '税务局的记录说这张发票已作废或已红冲：请换一张有效的发票；只红冲了一部分的，请提供原始 XML 或 OFD 和红字发票',
      en: 'The tax bureau has it as void or reversed: another one is needed; where a part was reversed, provide the original XML or OFD and the red letter',
    })
  }
  return must('unreadable', 'file', place, {
    zh: '读不出发票：请提供税务平台下载的原始 XML 或 OFD 文件',
    en: 'No invoice can be read: provide the original XML or OFD from the tax platform',
  })
}

/** Of a PDF the page is read, which may be kept, and is not the voucher. */
export function pageOnly(): Found {
  return {
    ...must('page_only', 'file', '', {
      zh: '只有 PDF 版式：请服务商另附税务平台下载的 XML 或 OFD，电子凭证须按数据归档（财会〔2025〕9号）',
      en: 'Only its page as PDF: ask for the XML or OFD from the tax platform, for vouchers are archived as data (财会〔2025〕9号)',
    }),
    severity: 'info',
  }
}

/** Of a picture only the QR code is read, which names neither party. */
export function onlyCode(): Found {
  return must('unreadable', 'file', '', {
    zh: '图片或扫描件只读出二维码：请服务商提供税务平台下载的 XML 或 OFD，或按原件手工录入',
    en: 'Of a picture only the QR code is read: ask for the XML or OFD from the tax platform, or type it in from the original',
  })
}

function numberAndDay(invoice: Invoice, { today }: InvoiceParties): Found[] {
  const found: Found[] = []
  if (!isInvoiceNumber(invoice)) {
    found.push(
      must('invoice_number_malformed', 'number', '', {
        zh: '号码应为 20 位数字，或 10、12 位代码加 8 位号码：请按原票核对',
        en: 'A number has 20 digits, or a code of 10 or 12 and a number of 8: check it against the original',
      }),
    )
  }
  if (invoice.kind === null) {
    found.push(
      must('kind_unknown', 'kind', '', {
        zh: '看不出是专票还是普票：请人工按原票确认种类',
        en: 'It does not say whether it is special or ordinary: confirm the kind from the original',
      }),
    )
  }
  if (invoice.issuedOn !== null && invoice.issuedOn > today) {
    found.push(
      must('issue_date_in_future', 'issue_date', '', {
        zh: `开票日期 ${invoice.issuedOn} 晚于今天：${invoice.issuedOn} 起才可收`,
        en: `It is issued on ${invoice.issuedOn}, after today: it can be taken from that day on`,
      }),
    )
  }
  return found
}

function sums({ net, tax, gross, lines }: Invoice): Found[] {
  const found: Found[] = []
  if (net !== null && tax !== null && gross !== null && net + tax !== gross) {
    found.push(
      must('net_plus_tax_not_gross', 'gross', '', {
        zh: `金额加税额为 ${formatYuan(net + tax)}，价税合计却是 ${formatYuan(gross)}：请重开或提供原始文件`,
        en: `Net and tax make ${formatYuan(net + tax)}, gross says ${formatYuan(gross)}: have it reissued, or provide the original`,
      }),
    )
  }
  const nets = sumOf(lines.map((line) => line.net))
  const taxes = sumOf(lines.map((line) => line.tax))
  const differs = (sum: Fen | 'unstated' | 'torn', total: Fen | null) => sum !== 'unstated' && sum !== total
  if (differs(nets, net) || differs(taxes, tax)) {
    found.push(
      must('lines_not_sum', 'lines', '', {
        zh: `明细合计 ${said(nets)} 加税 ${said(taxes)}，与票面合计不符：请重开或提供原始文件`,
        en: `The lines add up to ${said(nets)} and tax ${said(taxes)}, not to the totals: have it reissued, or provide the original`,
      }),
    )
  }
  return found
}

/** Lines that state no amount at all, as those of road tolls, are not added up. */
function sumOf(parts: readonly (Fen | null)[]): Fen | 'unstated' | 'torn' {
  if (parts.every((part) => part === null)) return 'unstated'
  let sum = 0
  for (const part of parts) {
    if (part === null) return 'torn'
    sum += part
  }
  return sum
}

function said(sum: Fen | 'unstated' | 'torn'): string {
  return typeof sum === 'number' ? formatYuan(sum) : '—'
}

/** Whether it was issued to us, by what of us is known. */
export function buyerFindings(
  invoice: Pick<Invoice, 'buyer' | 'buyerTaxId'>,
  { ourName, ourTaxId }: Pick<InvoiceParties, 'ourName' | 'ourTaxId'>,
): Found[] {
  const found: Found[] = []
  if (ourName !== null && foldWriting(invoice.buyer) !== foldWriting(ourName)) {
    found.push(
      must('buyer_name_mismatch', 'buyer', '', {
        zh: `购买方应为“${ourName}”，票上是“${invoice.buyer}”：请红冲后按此名称重开`,
        en: `The buyer has to be “${ourName}”, it says “${invoice.buyer}”: have it reversed and issued to that name`,
      }),
    )
  }
  if (ourTaxId !== null && normaliseCode(invoice.buyerTaxId) !== normaliseCode(ourTaxId)) {
    found.push(
      must('buyer_tax_id_mismatch', 'buyer_tax_id', '', {
        zh: `购买方税号应为 ${ourTaxId}，票上是 ${invoice.buyerTaxId || '空'}：请红冲后按此税号重开`,
        en: `The buyer's tax id has to be ${ourTaxId}, it says ${invoice.buyerTaxId || 'nothing'}: have it reversed and issued with that`,
      }),
    )
  }
  return found
}

function seller(invoice: Invoice, { vendor, vendorTaxId }: InvoiceParties): Found[] {
  const bureau = issuedFor(invoice.seller, invoice.remark)
  if (bureau !== null) {
    const isNamed = bureau.names.some((name) => foldWriting(name) === foldWriting(vendor))
    const wrongId =
      vendorTaxId !== null &&
      bureau.taxIds.length > 0 &&
      !bureau.taxIds.some((id) => normaliseCode(id) === normaliseCode(vendorTaxId))
    if (isNamed && !wrongId) return []
    return [
      must('seller_mismatch', 'remark', '', {
        zh: `代开发票的备注应写明“${vendor}”${vendorTaxId === null ? '' : `及税号 ${vendorTaxId}`}：请到税务机关更正或重开`,
        en: `Issued by a tax bureau, its remark has to name “${vendor}”${vendorTaxId === null ? '' : ` and ${vendorTaxId}`}: have the bureau correct it`,
      }),
    ]
  }
  const found: Found[] = []
  if (foldWriting(invoice.seller) !== foldWriting(vendor)) {
    found.push(
      must('seller_mismatch', 'seller', '', {
        zh: `销售方应为“${vendor}”，票上是“${invoice.seller}”：请由该服务商开票`,
        en: `The seller has to be “${vendor}”, it says “${invoice.seller}”: it has to come from that provider`,
      }),
    )
  }
  if (vendorTaxId !== null && normaliseCode(invoice.sellerTaxId) !== normaliseCode(vendorTaxId)) {
    found.push(
      must('seller_mismatch', 'seller_tax_id', '', {
        zh: `销售方税号应为 ${vendorTaxId}，票上是 ${invoice.sellerTaxId || '空'}：请核对服务商资料或重开`,
        en: `The seller's tax id has to be ${vendorTaxId}, it says ${invoice.sellerTaxId || 'nothing'}: check the provider's data, or have it reissued`,
      }),
    )
  }
  return found
}

/** The capitals bear the amount out, however they spell it. */
function capitals({ capitals: words, gross }: Invoice): Found[] {
  if (words === '' || gross === null) return []
  const plain = (text: string) =>
    text
      .replace(/[（(]?负数?[）)]?/gu, '负')
      .replaceAll('圆', '元')
      .replaceAll(/[整正零\s]/gu, '')
  if (plain(words) === plain(chineseCapitals(gross))) return []
  return [
    {
      ...must('capitals_differ', 'gross', '', {
        zh: `大写“${words}”与价税合计 ${formatYuan(gross)} 不一致：请按原票核对`,
        en: `The capitals “${words}” do not say ${formatYuan(gross)}: check them against the original`,
      }),
      severity: 'should',
    },
  ]
}

export function must(
  rule: InvoiceFinding['rule'],
  field: InvoiceFinding['field'],
  within: string,
  remedy: Bilingual,
): Found {
  return { rule, severity: 'must', field, within, remedy }
}
