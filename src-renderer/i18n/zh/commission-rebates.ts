import type { CommissionRebateStatus } from '#shared/contracts/console-platform/records/commission-rebate.ts'

/** 佣金返还 */
export const commissionRebates = {
  title: '佣金返还',
  filterText: '服务商',
  nothing: '没有佣金返还',
  nothingLead: '佣金按月清算的市场，结算单确认后，多收取的佣金在这里待返还。',
  facts: '返还',
  toStatement: '查看结算单',
  provider: '查看服务商',
  droppedBy: (name: string, reason: string) => `${name}作废结算单：${reason}`,
  returnLead: (amount: string) => `单独返还 ${amount}：填写付款日期和凭据；一张结算单的返还只登记一次。`,
  takeBackLead: '登记有误或款项退回时撤销，由登记人以外的另一人决定；撤销后重新列为待返还。',
  dayHint: '2026-11-05',
  evidenceHint: '如：银行回单号、付款单号、附件名称',
  incomplete: '请填写返还日期（如 2026-11-05）和凭据（至少四个字）',
  reason: '理由',
  reasonMissing: '请写明理由（至少四个字）',
  idle: {
    due: '待返还',
    returned: '已单独返还',
    'set-off': '已在结算单内抵扣，无需再付',
    dropped: '结算单已作废，不再返还',
  } satisfies Record<CommissionRebateStatus, string>,
}
