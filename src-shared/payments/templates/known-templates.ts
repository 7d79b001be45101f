import { PAYMENT_LENGTHS } from '../payment.ts'
import type { BankTemplate, ColumnContent, TemplateColumn } from './bank-template.ts'

const { account: ACCOUNT, name: NAME, bankCode: BANK_CODE } = PAYMENT_LENGTHS

function column(
  heading: string,
  content: ColumnContent | Exclude<ColumnContent['kind'], 'text' | 'own-or-other'>,
  { maxLength = null, isRequired = false }: Partial<TemplateColumn> = {},
): TemplateColumn {
  return {
    heading,
    content: typeof content === 'string' ? { kind: content } : content,
    maxLength,
    isRequired,
  }
}

const always = (text: string): ColumnContent => ({ kind: 'text', text })
const empty = always('')

/**
 * The templates that come with the program. Columns are as public programs write them and no bank has confirmed them: a
 * company compares them with the file its own bank hands out, and edits what differs.
 */
export const KNOWN_TEMPLATES: readonly BankTemplate[] = [
  {
    format: 1,
    id: 'icbc',
    name: '中国工商银行 批量支付',
    file: 'xls',
    sheet: '批量支付',
    columns: [
      column('币种', always('人民币')),
      column('日期', 'day', { maxLength: 8 }),
      column('明细标志', empty),
      column('顺序号', 'sequence'),
      column('付款账号开户行', 'payer-bank'),
      column('付款账号/卡号', 'payer-account', { maxLength: ACCOUNT, isRequired: true }),
      column('付款账号名称/卡名称', 'payer-name', { maxLength: NAME, isRequired: true }),
      column('收款账号开户行', 'payee-bank'),
      column('收款账号省份', empty),
      column('收款账号地市', empty),
      column('收款账号地区码', always('0000')),
      column('收款账号', 'payee-account', { maxLength: ACCOUNT, isRequired: true }),
      column('收款账号名称', 'payee-name', { maxLength: NAME, isRequired: true }),
      column('金额', 'amount', { isRequired: true }),
      column('汇款用途', 'purpose'),
      column('备注信息', empty),
      // 0 普通, 1 加急, 3 跨行快汇.
      column('汇款方式', always('0')),
      column('收款账户短信通知手机号码', empty),
      column('自定义序号', 'reference', { isRequired: true }),
      column('预先审批编号', empty),
    ],
  },
  {
    format: 1,
    id: 'ccb',
    name: '中国建设银行 批量付款',
    file: 'xlsx',
    sheet: '批量付款',
    columns: [
      column('*序号', 'sequence', { isRequired: true }),
      column('*付款方客户账号', 'payer-account', { maxLength: ACCOUNT, isRequired: true }),
      column('*付款方账户名称', 'payer-name', { maxLength: NAME, isRequired: true }),
      column(
        '*收款方行别代码（01-本行 02-国内他行）',
        { kind: 'own-or-other', bankDigits: '105', own: '01', other: '02' },
        { isRequired: true },
      ),
      column('*收款方客户账号', 'payee-account', { maxLength: ACCOUNT, isRequired: true }),
      column('*收款方账户名称', 'payee-name', { maxLength: NAME, isRequired: true }),
      column('收款方开户行名称', 'payee-bank'),
      column('收款方联行号', 'payee-bank-code', { maxLength: BANK_CODE }),
      column('客户方流水号', 'reference', { isRequired: true }),
      column('*金额', 'amount', { isRequired: true }),
      column('*用途', 'purpose', { isRequired: true }),
      column('备注', empty),
    ],
  },
  {
    format: 1,
    id: 'cmb',
    name: '招商银行 企业网银支付',
    file: 'xls',
    sheet: '支付',
    columns: [
      // The bank knows a duplicate by it.
      column('业务参考号', 'reference', { maxLength: 30, isRequired: true }),
      column('收款人编号', empty),
      column('收款人账号', 'payee-account', { maxLength: ACCOUNT, isRequired: true }),
      column('收款人名称', 'payee-name', { maxLength: NAME, isRequired: true }),
      column('收方开户支行', 'payee-bank'),
      column('收款人所在省', empty),
      column('收款人所在市', empty),
      column('收方邮件地址', empty),
      column('收方移动电话', empty),
      column('币种', always('人民币')),
      column('付款分行', empty),
      column('结算方式', always('普通')),
      column('业务种类', always('普通汇兑')),
      column('付方帐号', 'payer-account', { maxLength: ACCOUNT, isRequired: true }),
      column('期望日', 'day', { maxLength: 8 }),
      column('期望时间', empty),
      column('用途', 'purpose', { isRequired: true }),
      column('金额', 'amount', { isRequired: true }),
      column('收方行号', 'payee-bank-code', { maxLength: BANK_CODE }),
      column('收方开户银行', empty),
      column('业务摘要', empty),
    ],
  },
]
