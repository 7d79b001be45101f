import type { Bilingual } from '../base/bilingual.ts'
import type { Outcome, RejectionCode } from '../contracts/console-platform/commands.ts'

/** What became of a decision. */
export const OUTCOME_WORDS: Readonly<Record<Outcome['kind'], Bilingual>> = {
  applied: { zh: '平台已执行', en: 'Applied by the platform' },
  'already-applied': { zh: '平台此前已执行', en: 'Had been applied before' },
  rejected: { zh: '平台拒绝', en: 'Refused by the platform' },
  conflict: { zh: '记录已变化', en: 'The record has changed' },
  'not-allowed': { zh: '没有权限', en: 'Not allowed' },
  later: { zh: '平台稍后再试', en: 'The platform asks to try later' },
  'sign-in-needed': { zh: '需要重新登录', en: 'Sign in again' },
  'client-too-old': { zh: '客户端版本过旧', en: 'This version is too old' },
}

/** Why the platform refused a decision. */
export const REJECTION_WORDS: Readonly<Record<RejectionCode, Bilingual>> = {
  'unknown-record': { zh: '平台没有这条记录', en: 'The platform has no such record' },
  'bad-arguments': { zh: '决定的内容不完整', en: 'The decision is incomplete' },
  'wrong-state': {
    zh: '记录的状态不允许这个决定',
    en: 'The state of the record does not allow this decision',
  },
  'conditions-failed': { zh: '有入驻条件不通过', en: 'Admission conditions are not met' },
  'must-findings-open': { zh: '有必改的检查项未解决', en: 'Must-fix findings are still open' },
  'provider-not-open': { zh: '服务商尚未入驻', en: 'The provider has not been opened' },
  'deposit-not-settled': { zh: '保证金尚未缴清', en: 'The deposit is not settled' },
  'contract-missing': { zh: '缺少签署的协议', en: 'A signed contract is missing' },
  'unknown-finding': { zh: '没有这个检查项', en: 'There is no such finding' },
  'unknown-operator': { zh: '没有这位同事', en: 'There is no such colleague' },
  'command-id-reused': { zh: '决定的编号重复', en: 'The id of the decision was used before' },
  'file-missing': {
    zh: '平台没有收到所附的文件，请重新附上后再决定',
    en: 'The platform did not get an attached file: attach it again and decide',
  },
  'seen-differs': {
    zh: '您看到的内容此后已有变化（服务商、保证金或规则），请重新查看后决定',
    en: 'What you saw has changed since (provider, deposit or rules): look again and decide',
  },
  'version-not-greater': { zh: '版本号没有大于在售版本', en: 'The version is not greater than the live one' },
  'parts-do-not-sum': {
    zh: '各部分之和不等于流水金额',
    en: 'The parts do not sum to the amount of the line',
  },
  'unknown-deposit': { zh: '没有这笔保证金', en: 'There is no such deposit' },
  'other-marketplace': { zh: '不属于同一个市场', en: 'It belongs to another marketplace' },
  'wrong-direction': { zh: '收付方向不符', en: 'The money went the other way' },
  'refund-not-approved': {
    zh: '退还尚未批准，或超出批准的金额',
    en: 'The refund is not approved, or not so much of it',
  },
  'refund-rests-on-it': {
    zh: '这笔钱已批准退还或已退还，请先撤销退还',
    en: 'The money was approved or paid back: undo the refund first',
  },
  'not-the-original': {
    zh: '不是被退回或冲正的那一笔',
    en: 'It is not the line that was returned or reversed',
  },
  'note-missing': {
    zh: '有不支持的理由，请写明为何仍然认领',
    en: 'Something speaks against it: note why it is right all the same',
  },
  'not-refundable': {
    zh: '现在不可退，或超出可退的金额',
    en: 'Not to be refunded yet, or not so much of it',
  },
  'refund-held': { zh: '退还已暂停，解除后才能批准', en: 'Refunds are on hold: lift that first' },
  'violation-open': {
    zh: '该服务商有违规待裁定，裁定后才能批准退还',
    en: 'A violation of the provider is not ruled on yet: rule on it first',
  },
  'recharge-known': {
    zh: '这笔充值已经登记，或已由渠道的流水认领',
    en: 'The payment is there already, typed or by a line of the channel',
  },
  'settings-moved': {
    zh: '其他人刚改过这个市场的认领设置，请看过现行设置再采用',
    en: 'Somebody else has just set matching for this marketplace: look at what holds now, then set it again',
  },
  'not-supervised': {
    zh: '按该市场的规则，这笔订单不产生服务监管',
    en: "By the marketplace's rules this order starts no supervision",
  },
  'appeal-too-early': {
    zh: '买家驳回次数还不够，不能申诉：先登记每一次驳回',
    en: 'The buyer has not rejected often enough to appeal: record each rejection first',
  },
  'other-review-step': {
    zh: '不是下一个复核环节，请更新后按顺序登记',
    en: 'It is not the next step of the review: update and record them in their order',
  },
  'rule-differs': {
    zh: '规则的原文或期限与平台的规则包不一致，请更新后重新选择',
    en: 'The pack states this rule otherwise, or not at all: update and choose again',
  },
  'more-than-held': {
    zh: '超过保证金现有余额（已批准退还的除外）',
    en: 'More than lies with us, less what is approved to go back',
  },
  'payee-unproven': {
    zh: '这个账号没有付来这么多：改为其他账户并附账户证明，或减少金额',
    en: 'Not so much came from that account: name another with proof of it, or ask for less',
  },
  'same-person': {
    zh: '须由另一人决定：申请、登记或提议的人不能自己复核',
    en: 'Another person has to decide: who asked, recorded or proposed it may not',
  },
  'account-exists': { zh: '这个账户已经登记', en: 'The account is there already' },
  'lines-differ': { zh: '流水与所报的内容不一致', en: 'The lines are not what was said of them' },
  'not-accepted': { zh: '有需要确认的事项未确认', en: 'Something that must be accepted was not' },
  'orders-differ': { zh: '订单与所报的内容不一致', en: 'The orders are not what was said of them' },
  'orders-known': {
    zh: '有订单此后已经在册，请重新读取文件',
    en: 'Orders have come in meanwhile: read the file again',
  },
  'order-changed': {
    zh: '有订单在您查看之后已变化，请重新读取文件',
    en: 'An order has changed since you saw it: read the file again',
  },
  'order-settled': {
    zh: '订单所在月份已关账：差异请记为调整项',
    en: 'The month of the order is closed: record the difference as an adjustment',
  },
  'order-confirmed': {
    zh: '线下订单经两人确认，文件不能更改：差异请记为调整项',
    en: 'Two people confirmed this offline order, a file does not change it: record the difference as an adjustment',
  },
  'unknown-provider': { zh: '没有这个服务商', en: 'There is no such provider' },
  'unknown-original': {
    zh: '没有它所退的原订单',
    en: 'There is no order that the refund takes back from',
  },
  'lines-matched': {
    zh: '其中有流水已认领，请先撤销认领',
    en: 'Some of its lines are matched: undo the matches first',
  },
  'later-import-rests': {
    zh: '之后导入的对账单与它的日期重叠，并把其中的流水算作已有，请先作废那一份',
    en: 'A statement imported later, of some of the same days, counts lines of it as known: withdraw that first',
  },
  'month-exists': { zh: '这个月已有草稿，请刷新后再试', en: 'The month has a draft: look again' },
  'month-not-over': { zh: '这个月还没有结束', en: 'The month is not over' },
  'month-closed': {
    zh: '这个月已对该服务商确认，请记入以后的月份',
    en: 'The month is committed for the provider: write it for a later one',
  },
  'earlier-month-open': {
    zh: '更早月份还未生成草稿或未确认，请先处理',
    en: 'An earlier month of the provider is not drafted or not committed: do that first',
  },
  'later-month-rests': {
    zh: '更晚的月份已确认并以它为基础，请先作废那一份',
    en: 'A later month is committed and rests on it: void that first',
  },
  'draft-outdated': {
    zh: '草稿生成之后内容有变化，请重新生成草稿',
    en: 'What the draft was made from has changed: draft the month anew',
  },
  'check-open': {
    zh: '月结检查还有未处理的项目',
    en: 'A check of the month is neither done nor skipped',
  },
  'too-early': {
    zh: '施行日已过，或早于最早可施行的日期：请另提施行日',
    en: 'Its first day is past, or earlier than may be: propose a later one',
  },
  'unknown-marketplace': { zh: '没有这个市场', en: 'There is no such marketplace' },
  'version-not-raised': {
    zh: '版本须高于它所取代的规则包',
    en: 'The version must be above that of the pack it takes the place of',
  },
  'amount-differs': {
    zh: '发票的价税合计与登记的金额不一致，请核对发票',
    en: 'The amount on the invoice is not that of the record: look at the invoice again',
  },
  'not-to-us': {
    zh: '购买方不是本公司的开票抬头和税号（内控设置）：请服务商红冲后重开',
    en: 'The buyer is not our name and tax id (company controls): have it reversed and issued anew',
  },
  'number-used': { zh: '这个发票号码已经登记在另一张发票上', en: 'Another invoice has this number' },
  'unknown-invoice': {
    zh: '没有这张蓝字发票，或红冲超过它的余额',
    en: 'There is no invoice of that number, or not so much of it is left',
  },
  'original-elsewhere': {
    zh: '它红冲的蓝字发票登记在另一家服务商名下：请在那一家名下登记这张红字发票',
    en: 'The invoice it takes back is on record for another provider: record the red letter there',
  },
  'red-letter-elsewhere': {
    zh: '红冲它的红字发票登记在另一家服务商名下：请先撤销那张红字发票，再登记到同一家名下',
    en: 'A red letter that takes from it is on record for another provider: withdraw that and record both for one',
  },
  'red-letters-exceed': {
    zh: '已登记的红字发票合计超过这张发票：请按原票核对，撤销多登记的红字发票',
    en: 'The red letters on record exceed it: check them against the originals and withdraw what is too much',
  },
  'red-letter-rests': {
    zh: '已有红字发票冲销它，请先撤销红字发票的号码',
    en: 'A red letter takes from it: take back the number of that first',
  },
  'buyer-differs': {
    zh: '服务商的名称或统一社会信用代码此后已有变化，请重新导出清单',
    en: 'The name or credit code of the provider has changed since: export the list again',
  },
  'rebate-returned': {
    zh: '它的佣金返还已登记返还，请先撤销返还登记',
    en: 'Its rebate is recorded as returned: take that back first',
  },
  'invoice-doubtful': {
    zh: '查验结果不是“一致”：先核实并登记新的查验结果，再勾选抵扣',
    en: 'The tax site does not call it consistent: look into that and record a new result before it is ticked',
  },
  'day-impossible': {
    zh: '日期在以后，或早于它所说的事：请核对日期',
    en: 'The day is to come, or before what it is about: look at it again',
  },
  'payments-paused': {
    zh: '公司已暂停对外付款（内控设置），恢复后才能批准',
    en: 'The company has paused outgoing payments (company controls): resume them first',
  },
  'month-not-payable': {
    zh: '所选月份中有的结算单未确认、已在另一笔提现中，或合计不足一分',
    en: 'A month is not committed, is in another request, or together they come to nothing',
  },
  'payout-check-failed': {
    zh: '付款前检查有一项不通过：见该项的最小改动',
    en: 'A check before paying does not pass: see what would make it pass',
  },
  'reason-missing': {
    zh: '来源未规定或属于例外，请写明理由',
    en: 'No source states it, or it is an exception: say why',
  },
  'account-not-approved': {
    zh: '该服务商没有已复核的收款账户，请先登记并由另一人复核',
    en: 'The provider has no approved account: propose one and have another person approve it',
  },
  'account-known': { zh: '该服务商已登记过这个账户', en: 'The provider has that account already' },
  'payout-rests': {
    zh: '这个月已在一笔提现申请中，请先取消或驳回那笔申请',
    en: 'A payout request rests on it: cancel or reject that first',
  },
  'payment-not-payable': {
    zh: '其中一笔已不是「已批待付」、金额或发票已变，或已在另一付款批次中：请重新选择；已建的批次请作废',
    en: 'A payment is not approved any more, of another amount, by other invoices, or in another batch: choose anew, or give the batch up',
  },
  'file-differs': {
    zh: '这不是该批次最初写出的文件：请再次取得原文件',
    en: 'That is not the file that the batch was written as: have that again',
  },
  'template-moved': {
    zh: '该银行的付款模板此后已有变化：请按最新的模板再来一次',
    en: 'The template of the bank has changed since: go by the newest one',
  },
  'unknown-placeholder': {
    zh: '模板中有该场合没有的占位符',
    en: 'The template names a placeholder that its occasion has not',
  },
  'matter-open': {
    zh: '关闭前还有事项须先处理：见「未了事项」',
    en: 'Something is to be settled before it is closed: see what is open',
  },
  'lines-known': { zh: '其中有流水刚刚已被导入', en: 'Some of the lines were imported in the meantime' },
  'own-account': {
    zh: '自己的角色、停用和动态口令须由另一位管理员处理',
    en: 'Another administrator has to do this: nobody does it to her own account',
  },
  'last-admin': {
    zh: '须至少保留一位长期有效的管理员',
    en: 'At least one administrator without an end has to stay',
  },
  'email-taken': { zh: '这个邮箱已有用户', en: 'Another account has this e-mail address' },
  'staff-number-taken': {
    zh: '这个工号已有用户：同一人只用一个账号',
    en: 'Another account has this staff number: one person has one account',
  },
}
