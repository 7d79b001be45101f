import { localMailbox } from '../mail/local-mailbox.ts'
import type { SmtpSettings } from '../mail/smtp-settings.ts'
import { smtpTransport } from '../mail/smtp-transport.ts'
import type { Platform } from '../platform.ts'
import { runSender } from './sender-loop.ts'

/** Mails that are on their way at once. */
const LANES = 4

const NOT_SET_UP = `通知邮件未设置，不会发送：请设置 MARKETDESK_SMTP_HOST 和 MARKETDESK_MAIL_FROM。
Notices are not sent: set MARKETDESK_SMTP_HOST and MARKETDESK_MAIL_FROM.`

/** Sends notices by the mail server that is set up; in a demo into the local mailbox; else says what is missing. */
export function startSending(
  platform: Pick<Platform, 'store' | 'clock' | 'randomBytes' | 'newId' | 'about'>,
  smtp: SmtpSettings | null,
): { stop(): Promise<void> } {
  const { demo } = platform.about
  if (smtp === null && !demo) {
    console.error(NOT_SET_UP)
    return { stop: async () => undefined }
  }
  const lanes =
    smtp === null || demo ? [localMailbox()] : Array.from({ length: LANES }, () => smtpTransport(smtp))
  const domain = smtp?.from.address.split('@')[1] ?? 'demo.example.cn'
  return runSender({ platform, sender: platform.newId(), lanes, domain }, (error) => console.error(error))
}
