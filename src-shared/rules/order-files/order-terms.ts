import { foldWriting } from '../../base/fold-writing.ts'
import type { OrderChannel } from '../../policy/fee-section.ts'
import type { SaidOrder } from './order-row.ts'

/** Words of files for what a field can be, folded; the id itself always stands for itself. */
type Terms<Id extends string> = Readonly<Record<Id, readonly string[]>>

const KINDS: Terms<NonNullable<SaidOrder['kind']>> = {
  new: ['新购', '新订', '购买', '订购', '首购', '开通', '新购订单', 'new purchase'],
  renewal: ['续费', '续订', '续期', '自动续费', '续费订单', 'renew'],
  refund: ['退款', '退订', '退货', '退款订单', '退费'],
}
const CHANNELS: Terms<OrderChannel> = {
  online: ['线上', '线上交易', '在线', '公有云', '线上订单', '线上购买', 'online order'],
  private: [
    '私有化',
    '私有化部署',
    '私有化部署版',
    '线下',
    '线下交付',
    '线下订单',
    '私有部署',
    'private deployment',
  ],
}
const SUPERVISION: Terms<NonNullable<SaidOrder['supervision']>> = {
  none: ['无需监管', '否', '无', '不监管', 'not supervised', 'no'],
  pending: ['待交付', '处理中', '待卖家交付', 'to be delivered'],
  delivered: ['待验收', '已交付', '待确认验收'],
  confirmed: ['已验收', '已确认验收', '验收通过'],
  completed: ['已完成', '完成'],
  rejected: ['验收驳回', '驳回', '已驳回', 'delivery rejected'],
  appealed: ['申诉中', '已申诉'],
  decided: ['已裁定', '申诉已裁定'],
  ended: ['已终止', '监管终止'],
}
const STATES: Terms<'paid' | 'refunded' | 'not-paid'> = {
  paid: [
    '已支付',
    '支付成功',
    '已付款',
    '已完成',
    '完成',
    '已生效',
    '交易成功',
    '成功',
    '使用中',
    '已开通',
    '处理中',
    '待结算',
    '已结算',
    '监管中',
    'unsettled',
    'settled',
    'under supervision',
    'completed',
    'success',
  ],
  refunded: ['已退款', '退款成功', '退款完成', '已退订'],
  'not-paid': [
    '未支付',
    '待支付',
    '待付款',
    '未付款',
    '已取消',
    '取消',
    '已关闭',
    '关闭',
    '支付失败',
    '已作废',
    'unpaid',
    'cancelled',
    'canceled',
    'closed',
    'failed',
  ],
}
const YES_NO: Terms<'yes' | 'no'> = {
  yes: ['是', 'y', 'true', '1', '有'],
  no: ['否', 'n', 'false', '0', '无', '不是'],
}

function finder<Id extends string>(terms: Terms<Id>): (text: string) => Id | null {
  const byWord = new Map<string, Id>()
  for (const [id, words] of Object.entries(terms) as [Id, readonly string[]][]) {
    byWord.set(id, id)
    for (const word of words) byWord.set(foldWriting(word), id)
  }
  return (text) => byWord.get(foldWriting(text)) ?? null
}

/** What a word of a file means; null where nobody knows it. */
export const kindMeant = finder(KINDS)
export const channelMeant = finder(CHANNELS)
export const supervisionMeant = finder(SUPERVISION)
/** What the state of an order says of its payment. */
export const stateMeant = finder(STATES)
export const yesNoMeant = finder(YES_NO)
