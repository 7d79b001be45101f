import type { Bilingual } from '../../base/bilingual.ts'
import { formatYuan } from '../../money/yuan.ts'
import type { PayoutRemedy } from './payout-check.ts'

/** The smallest change with which a check passes, as a person is told it. */
export function remedyText(remedy: PayoutRemedy): Bilingual {
  switch (remedy.kind) {
    case 'wait':
      return { zh: `可于 ${remedy.until} 提现`, en: `From ${remedy.until} on` }
    case 'import-holidays':
      return {
        zh: `请先导入 ${remedy.year} 年放假安排`,
        en: `Import the holidays of ${remedy.year} first`,
      }
    case 'leave-out':
      return { zh: `去掉 ${inList(remedy.months)}`, en: `Leave out ${remedy.months.join(', ')}` }
    case 'add-months':
      return { zh: `一并申请 ${inList(remedy.months)}`, en: `Ask for ${remedy.months.join(', ')} as well` }
    case 'reach':
      return remedy.months.length === 0
        ? { zh: `再入账 ${formatYuan(remedy.fen)}`, en: `${formatYuan(remedy.fen)} more income` }
        : {
            zh: `再入账 ${formatYuan(remedy.fen)}，或一并申请 ${inList(remedy.months)}`,
            en: `${formatYuan(remedy.fen)} more income, or ${remedy.months.join(', ')} as well`,
          }
    case 'invoice':
      return remedy.fen > 0
        ? { zh: `还差 ${formatYuan(remedy.fen)} 的发票`, en: `Invoices for ${formatYuan(remedy.fen)} more` }
        : {
            zh: `发票多出 ${formatYuan(-remedy.fen)}`,
            en: `Invoices for ${formatYuan(-remedy.fen)} less`,
          }
    case 'pay-deposit':
      return remedy.fen === null
        ? { zh: '请先缴清保证金', en: 'Pay the deposit first' }
        : { zh: `补缴保证金 ${formatYuan(remedy.fen)}`, en: `Pay ${formatYuan(remedy.fen)} of the deposit` }
    case 'commit':
      return {
        zh: `先确认 ${inList(remedy.months)} 的结算单`,
        en: `Commit the statements of ${remedy.months.join(', ')} first`,
      }
    case 'make-good':
      return {
        zh: `先补足负数结转 ${formatYuan(remedy.fen)}`,
        en: `Make good ${formatYuan(remedy.fen)} carried forward first`,
      }
    case 'resume-payments':
      return { zh: '在内控设置中恢复对外付款', en: 'Resume payments in the company controls' }
    case 'resume-provider':
      return { zh: '恢复该服务商的付款', en: 'Resume payouts to the provider' }
    case 'propose-account':
      return { zh: '登记收款账户', en: 'Propose an account' }
    case 'approve-account':
      return { zh: '由另一人复核收款账户', en: 'Have the account approved by another person' }
    case 'decide':
      return {
        zh: '来源未规定，由人工决定并记录原因',
        en: 'No source states it: a person decides, with the reason',
      }
  }
}

function inList(months: readonly string[]): string {
  return months.join('、')
}
