import { foldForms } from '../base/fold-writing.ts'
import type { RedLetter } from './invoice.ts'

/** Both spellings of the tax bureaus. */
const DIGITAL = /蓝字数电(?:发票|票)号码[:\s]*(\d{20})(?!\d)/u
/** Of a paper or older electronic invoice. */
const CODED =
  /(?:对应正数|被红冲蓝字)发票代码[:\s]*(\d{12}|\d{10})(?!\d)[\s,;]*(?:发票)?号码[:\s]*(\d{8})(?!\d)/u
const CONFIRMATION = /(?:红字发票信息确认单|信息表)编号[:\s]*(\d{8,30})(?!\d)/u

/** What a remark says of the invoice a red letter takes back. */
export function redLetterOf(remark: string): RedLetter {
  const text = foldForms(remark)
  const coded = CODED.exec(text)
  const codedNumber = coded === null ? null : `${coded[1] ?? ''}${coded[2] ?? ''}`
  return {
    original: DIGITAL.exec(text)?.[1] ?? codedNumber,
    confirmation: CONFIRMATION.exec(text)?.[1] ?? null,
  }
}

const BUREAU = /税务局|税务所|税务分局/u
/** The words before the one for whom a bureau issued. */
const ISSUED_FOR =
  /(?:代开(?:企业|单位|人|纳税人)?(?:名称|姓名)?|(?:实际)?销售方名称|纳税人名称|姓名)[:\s]+([^\s:,;，；、]+)/gu
const ISSUED_FOR_ID =
  /(?:税号|纳税人识别号|统一社会信用代码|身份证(?:件)?号码?|证件号码)[:\s]*([0-9A-Za-z]{15,20})/gu

/** For whom a tax bureau issued an invoice 代开, as its remark says; empty where it says nothing. */
export interface IssuedFor {
  readonly names: readonly string[]
  readonly taxIds: readonly string[]
}

/** Null where the seller is no tax bureau. */
export function issuedFor(seller: string, remark: string): IssuedFor | null {
  if (!BUREAU.test(seller)) return null
  const text = foldForms(remark)
  return {
    names: [...text.matchAll(ISSUED_FOR)].map(([, name = '']) => name),
    taxIds: [...text.matchAll(ISSUED_FOR_ID)].map(([, id = '']) => id),
  }
}
