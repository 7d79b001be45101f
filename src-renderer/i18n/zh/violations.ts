import type { ViolationStatus } from '#shared/contracts/console-platform/records/violation.ts'

/** 违规记录 */
export const violations = {
  filterText: '筛选服务商',
  nothing: '没有违规记录',
  nothingLead: '点「登记违规」登记一条：规则原文、事实和证据都会留存。',
  none: '没有违规记录',
  rule: '违反的规则',
  others: '该服务商的其他违规记录',
  ofProvider: '违规记录',
  record: '登记违规',
  recordedBy: (name: string) => `登记人 ${name}`,
  ruledBy: (name: string) => `裁定人 ${name}`,
  /** Where the sources state neither what is deducted nor by when it is paid in again. */
  notStated: '扣除金额和补足期限：来源未规定，由人工决定并记录原因。',
  noDeposit: '没有保证金：只记录，不扣除。',
  noRules: '该市场在这一天没有写明的规则，不能登记。',
  recordLead: '登记后由运营主管裁定；裁定之前，该服务商的保证金不能批准退还。',
  evidenceHint: '何种材料、编号、存放处，例如：投诉工单 2026-118，截图存合同档案',
  incomplete: '请选择服务商和规则，填写发生日期（不晚于今天）、事实和证据（各至少 4 个字）',
  rulingLead:
    '规则的原文和证据见上。扣除记入保证金台账，服务商须在期限内补足。违规成立时，理由会发给服务商。',
  deductionOf: (most: string) => `扣除（元，最多 ${most}；不扣留空）`,
  barsRefund: '合作终止后不予退还保证金（来源只规定没有违规的退还）',
  reason: '裁定的理由',
  submitDeduction: (amount: string) => `违规成立，扣除 ${amount}`,
  tooMuch: (most: string) => `最多可扣 ${most}`,
  badAmount: '扣除的金额看不懂：请写成 1000 或 1000.00',
  noDay: '请填写补足期限：今天或以后的日期',
  byAnother: '您登记了这条违规，扣除须由另一人裁定',
  incompleteRuling: '请选择裁定结果，填写理由（至少 4 个字）；扣除时填写补足期限',
  appealLead: '服务商的申诉原意。裁定之前，保证金不能批准退还。',
  incompleteAppeal: '请填写收到日期（不晚于今天）和申诉内容（至少 4 个字）',
  appealRulingLead: '由原裁定人和登记申诉的人以外的人裁定。理由会发给服务商。',
  appealRulingMoney: (amount: string) =>
    `由原裁定人和登记申诉的人以外的人裁定。撤销原裁定时，已扣除的 ${amount} 退回保证金台账。理由会发给服务商。`,
  idle: {
    recorded: '等待运营主管裁定',
    appealed: '等待裁定申诉',
    upheld: '已裁定：违规成立',
    dismissed: '已裁定：违规不成立',
    lifted: '申诉成立，原裁定已撤销',
  } satisfies Record<ViolationStatus, string>,
  /** On a deposit. */
  holds: (day: string, rule: string) => `退还须等裁定：${day} ${rule}`,
  topUp: '待补足',
  topUpBy: (amount: string, day: string) => `${amount}，${day} 前`,
}
