import type { Bilingual } from '../base/bilingual.ts'
import { COMMAND_WORDS } from './commands.ts'

/** What a step of a history is called: a command that was given, or what the vendor or the platform did by itself. */
const ACTION_WORDS: Readonly<Record<string, Bilingual>> = {
  ...COMMAND_WORDS.done,
  'vendor.submit': { zh: '提交', en: 'submitted' },
  'vendor.resubmit': { zh: '重新提交', en: 'submitted again' },
  'vendor.withdraw': { zh: '撤回', en: 'withdrew' },
  'vendor.push': { zh: '上传', en: 'pushed' },
  'vendor.cancel-submit': { zh: '取消提交', en: 'cancelled the submission' },
  'supervision.complete': { zh: '到时自动完成', en: 'Completed by the clock' },
  'vendor.request-payout': { zh: '申请提现', en: 'asked to be paid' },
  'vendor.cancel-payout': { zh: '取消提现申请', en: 'took its request back' },
  'payout.await-invoice': { zh: '等待发票', en: 'Waits for an invoice' },
  'payout.invoices': { zh: '发票有变化', en: 'Invoices changed' },
  'payout.in-batch': { zh: '列入付款批次', en: 'Put into a batch' },
  'payout.out-of-batch': { zh: '移出付款批次', en: 'Taken out of its batch' },
  'payout.unpaid': { zh: '撤销付款认领', en: 'Its line was taken off' },
  'payout.paid': { zh: '已付款', en: 'Paid' },
  'payout.failed': { zh: '付款失败，重新复核', en: 'Payment failed: to be approved anew' },
  'provider.account-replaced': { zh: '收款账户被取代', en: 'Account replaced' },
  'provider.account-held': { zh: '重新计算冻结期', en: 'Hold began anew' },
  'session.sign-in': { zh: '登录', en: 'Signed in' },
  'session.sign-out': { zh: '退出登录', en: 'Signed out' },
  'session.reuse-ended': { zh: '凭证被重复使用，会话已结束', en: 'Session ended: its token was used twice' },
  'user.create': { zh: '新建用户', en: 'User made' },
  'user.follow-grants': { zh: '角色按日期生效或到期', en: 'Roles followed their days' },
  'user.change-email': { zh: '修改了邮箱', en: 'E-mail changed' },
  'user.change-staff-number': { zh: '修改了工号', en: 'Staff number changed' },
  'user.issue-invitation': { zh: '发出邀请码', en: 'Invitation code issued' },
  'user.set-up-second-factor': { zh: '设置动态口令', en: 'Second factor set up' },
  'user.change-password': { zh: '修改了自己的密码', en: 'Own password changed' },
  'user.accept-invitation': { zh: '接受邀请并设置密码', en: 'Invitation taken up, password set' },
  'metered-bill.take': { zh: '市场上报按需账单', en: 'Metered bill reported by the marketplace' },
  'api-key.issue': { zh: '发出接口密钥', en: 'API key issued' },
  'api-key.end': { zh: '停用接口密钥', en: 'API key ended' },
  'interface-call.take': { zh: '市场上报接口调用', en: 'Call reported by the marketplace' },
  'notice.make': { zh: '生成通知', en: 'Notice made' },
  // Of demos that were made before a person's steps were logged by their commands: a log keeps its entries.
  'notice.handed': { zh: '通知开始发送', en: 'Notice handed over' },
  'notice.told': { zh: '通知已由人告知', en: 'Notice told by a person' },
  'notice.cancelled': { zh: '通知已取消', en: 'Notice cancelled' },
  'notice.sent': { zh: '通知已发送', en: 'Notice sent' },
  'notice.deferred': { zh: '通知暂未送出，稍后重试', en: 'Notice to be tried again' },
  'notice.failed': { zh: '通知发送失败', en: 'Notice failed' },
  'notice.bounced': { zh: '通知被退回', en: 'Notice bounced' },
  'notice.unclear': { zh: '通知发送结果不明', en: 'Unclear whether the notice was sent' },
  'platform.ask-deposits': { zh: '按规则立账', en: 'Opened by rule' },
}

const SHOWN_FOR: Bilingual = { zh: '查看个人信息', en: 'Personal data shown' }

/** Acts whose reason follows their name, for it stands nowhere else. */
const WITH_REASON: Readonly<Record<string, Bilingual>> = {
  ...ACTION_WORDS,
  'personal-data.reveal': SHOWN_FOR,
}
const REASON = ': '

/** What such a step is called; one that no list here knows by its own name. */
export function actionName(action: string): Bilingual {
  const at = action.indexOf(REASON)
  const known = at < 0 ? undefined : WITH_REASON[action.slice(0, at)]
  if (known === undefined) return ACTION_WORDS[action] ?? { zh: action, en: action }
  const reason = action.slice(at + REASON.length)
  return { zh: `${known.zh}：${reason}`, en: `${known.en}: ${reason}` }
}
