import type { RechargeStatus } from '#shared/contracts/console-platform/records/recharge.ts'

/** 充值交纳 */
export const recharges = {
  filterText: '筛选服务商或渠道流水号',
  nothing: '没有充值交纳',
  nothingLead: '在保证金的案卷里点「登记充值」。渠道的对账文件在「导入流水」中导入：先把商户号登记为账户。',
  facts: '充值',
  recordedBy: (name: string) => `登记人 ${name}`,
  ruled: (outcome: string, name: string) => `${outcome}，复核人 ${name}`,
  takenBack: (name: string, reason: string) => `渠道退回（${name}）：${reason}`,
  owed: (amount: string) => `尚缺 ${amount}。`,
  recordLead: '按渠道后台所示登记，由另一人确认后记入保证金台账，并可开具收据。',
  evidenceHint: '何种凭据、编号、存放处，例如：渠道后台截图 2026-11-20，财务档案 77',
  incomplete: '请填写渠道、流水号、支付日期（不晚于今天）、金额、付款人和凭据（至少 4 个字）',
  confirmLead: '请对照凭据和渠道后台。登记人不能自己确认。',
  confirm: (amount: string) => `确认到账 ${amount}`,
  refuseLead: '不记账；同一流水号以后可以重新登记。',
  takeBackLead: '渠道把款项退回付款人时使用：从台账减去，已开的收据作废。',
  reason: '理由',
  incompleteReason: '请填写理由（至少 4 个字）',
  idle: {
    recorded: '等待另一人确认',
    confirmed: '已确认，已记入保证金台账',
    refused: '未确认，没有记账',
    'taken-back': '渠道已退回，已从台账减去',
  } satisfies Record<RechargeStatus, string>,
}
