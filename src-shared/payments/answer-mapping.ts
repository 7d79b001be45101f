import { z } from 'zod'
import { foldName } from '../bank-statements/table/fold-name.ts'
import { ANSWER_STATUSES } from './bank-answer.ts'

const names = z.array(z.string().trim().min(1).max(100)).max(40)

const columns = { reference: names, status: names, reason: names, account: names, amount: names }
const words = z.strictObject({ accepted: names, pending: names, rejected: names })

/** What one bank's result workbook calls its columns and statuses, beside the names that are usual. */
export const answerNamesSchema = z.strictObject({ columns: z.strictObject(columns), words })
export type AnswerNames = Readonly<z.infer<typeof answerNamesSchema>>

/** Which columns of a bank's result workbook say what, and what its words for a status mean. */
export const answerMappingSchema = z.strictObject({
  format: z.literal(1),
  name: z.string().trim().min(1).max(80),
  columns: z.strictObject({ ...columns, status: names.min(1) }),
  words,
})
export type AnswerMapping = Readonly<z.infer<typeof answerMappingSchema>>

/** Names and words that banks' result files are seen to use; a company's own mapping goes before it. */
export const USUAL_ANSWER: AnswerMapping = {
  format: 1,
  name: '银行回盘',
  columns: {
    reference: [
      '业务参考号',
      '客户方流水号',
      '自定义序号',
      '客户流水号',
      '企业流水号',
      '企业参考号',
      '参考号',
      '端到端标识号',
      'EndToEndId',
    ],
    status: [
      '交易状态',
      '处理状态',
      '支付状态',
      '付款状态',
      '指令状态',
      '业务状态',
      '业务处理结果',
      '处理结果',
      '交易结果',
      '支付结果',
      '付款结果',
      '状态',
      '结果',
    ],
    reason: [
      '失败原因',
      '拒绝原因',
      '退票原因',
      '退汇原因',
      '错误原因',
      '错误信息',
      '失败信息',
      '返回信息',
      '结果说明',
      '原因',
    ],
    account: ['收款账号', '收款人账号', '收款方账号', '收款方客户账号', '收方账号'],
    amount: ['金额', '交易金额', '付款金额', '支付金额'],
  },
  words: {
    accepted: [
      '成功',
      '交易成功',
      '处理成功',
      '支付成功',
      '付款成功',
      '银行支付成功',
      '转账成功',
      '已完成',
      '已付款',
    ],
    pending: [
      '处理中',
      '银行处理中',
      '支付中',
      '待处理',
      '待审批',
      '审批中',
      '已受理',
      '已提交',
      '等待处理',
      '可疑',
    ],
    rejected: [
      '失败',
      '交易失败',
      '处理失败',
      '支付失败',
      '付款失败',
      '银行支付失败',
      '转账失败',
      '拒绝',
      '已拒绝',
      '银行拒绝',
      '退票',
      '退汇',
      '已退汇',
      '已退票',
      '撤销',
      '已撤销',
      '否决',
    ],
  },
}

/** How a bank's result workbook is read: its own names before the usual ones, its own meaning of a word instead of the usual. */
export function answerMappingOf(own: AnswerNames | undefined): AnswerMapping {
  if (own === undefined) return USUAL_ANSWER
  const { columns, words } = USUAL_ANSWER
  const given = new Set(ANSWER_STATUSES.flatMap((status) => own.words[status]).map(foldName))
  const usual = (status: keyof AnswerNames['words']) =>
    words[status].filter((word) => !given.has(foldName(word)))
  return {
    ...USUAL_ANSWER,
    columns: {
      reference: [...own.columns.reference, ...columns.reference],
      status: [...own.columns.status, ...columns.status],
      reason: [...own.columns.reason, ...columns.reason],
      account: [...own.columns.account, ...columns.account],
      amount: [...own.columns.amount, ...columns.amount],
    },
    words: {
      accepted: [...own.words.accepted, ...usual('accepted')],
      pending: [...own.words.pending, ...usual('pending')],
      rejected: [...own.words.rejected, ...usual('rejected')],
    },
  }
}

/** Whether no word of a bank means two things. */
export function isUnambiguous({ words }: AnswerNames): boolean {
  const all = ANSWER_STATUSES.flatMap((status) => [...new Set(words[status].map(foldName))])
  return new Set(all).size === all.length
}
