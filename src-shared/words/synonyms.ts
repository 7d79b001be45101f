/** What people also call a thing, by the word that screens use for it; in small letters, for finding only. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  认领: ['匹配', '勾对', '核销', '对账', '对上', '入账'],
  未认领: ['未达', '无建议'],
  收支核对: ['余额调节表', '调节表', '对账', '月末核对'],
  退还: ['退款'],
  误汇款: ['错汇'],
  服务商: ['供应商', '商家', 'vendor'],
  市场: ['云市场'],
  保证金: ['押金'],
  充值: ['在线支付', '支付宝', '微信支付'],
  违规: ['处罚', '罚没', '扣款'],
  逾期: ['超期'],
  match: ['reconcile', 'clear', 'claim'],
  'account reconciliation': ['bank reconciliation', 'month end'],
  provider: ['vendor', 'merchant'],
  violation: ['breach', 'penalty', 'fine'],
}

/** The other words for what a label names. */
export function synonymsOf(label: string): readonly string[] {
  const lower = label.toLowerCase()
  return Object.entries(SYNONYMS).flatMap(([word, others]) => (lower.includes(word) ? others : []))
}
