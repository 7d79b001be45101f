import type { Bilingual } from '../../base/bilingual.ts'
import type { Instant } from '../../base/ids.ts'
import { shanghaiDateTime } from '../../calendar/shanghai.ts'
import type { CallOutcome } from '../../policy/interface-section.ts'

/** Whose mailbox a failed call is told to: the provider's 客服邮箱, and the one its account is bound to. */
export const MAIL_RECIPIENTS = ['service', 'bound'] as const
export type MailRecipient = (typeof MAIL_RECIPIENTS)[number]

/** What a mail says of a failed call. */
export interface FailedCall {
  readonly callId: string
  readonly at: Instant
  readonly outcome: CallOutcome
  readonly providerName: string
  readonly productName: string
  readonly sceneName: Bilingual
  readonly orderId: string | null
  readonly instanceId: string | null
  readonly resultCode: string | null
  readonly resultMessage: string | null
}

/** A mail that the rule asks for. */
export interface MailDue {
  readonly callId: string
  readonly to: MailRecipient
  readonly subject: string
  readonly body: string
}

/** The mails that the rule asks for about calls: of each that failed, one to either mailbox. In Chinese, as sources are. */
export function mailsDue(calls: readonly FailedCall[]): MailDue[] {
  return calls
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap((call) => {
      const { callId, sceneName, productName, providerName, orderId, instanceId } = call
      const answer = [call.resultCode ?? '未响应', call.resultMessage ?? ''].join(' ').trim()
      const lines = [
        `${providerName}：`,
        `商品“${productName}”的生产接口“${sceneName.zh}”于 ${shanghaiDateTime(call.at)}（北京时间）调用失败，返回：${answer}。`,
        ...(orderId === null ? [] : [`订单号：${orderId}`]),
        ...(instanceId === null ? [] : [`实例 ID：${instanceId}`]),
        `调用编号：${callId}`,
        '请尽快处理接口异常，避免订单失败退订。',
      ]
      const subject = `生产接口调用失败：${productName} ${sceneName.zh}${orderId === null ? '' : ` ${orderId}`}`
      return MAIL_RECIPIENTS.map((to) => ({ callId, to, subject, body: lines.join('\n') }))
    })
}
