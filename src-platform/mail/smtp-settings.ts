import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { noticeAddressSchema } from '#shared/contracts/console-platform/records/notice.ts'

/** How mail leaves: `implicit` speaks TLS from the first byte, `starttls` before anything else is said. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: { readonly name: string; readonly address: string }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const text = z.string().trim().min(1)

/** How mail leaves is said by the environment alone: arguments could be read by others on the machine. */
export const smtpEnvironmentSchema = z.object({
  MARKETDESK_SMTP_HOST: text.optional(),
  MARKETDESK_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  MARKETDESK_SMTP_TLS: z.enum(['implicit', 'starttls', 'none']).optional(),
  MARKETDESK_SMTP_USER: text.optional(),
  MARKETDESK_SMTP_PASSWORD: z.string().min(1).optional(),
  MARKETDESK_SMTP_PASSWORD_FILE: text.optional(),
  MARKETDESK_MAIL_FROM: noticeAddressSchema.optional(),
  MARKETDESK_MAIL_FROM_NAME: text.max(100).optional(),
})
type SmtpEnvironment = z.infer<typeof smtpEnvironmentSchema>

/** Mail is set up in part: the message says what is missing. */
export class SmtpSettingsError extends Error {
  override readonly name = 'SmtpSettingsError'
}

/**
 * How mail leaves, or null where none is set up.
 * @throws SmtpSettingsError where only a part is, or what is set would send in the clear over a network.
 */
export function smtpSettings(given: SmtpEnvironment): SmtpSettings | null {
  const host = given.MARKETDESK_SMTP_HOST
  const address = given.MARKETDESK_MAIL_FROM
  if (host === undefined && address === undefined && given.MARKETDESK_SMTP_USER === undefined) return null
  const missing = [
    ...(host === undefined ? ['MARKETDESK_SMTP_HOST'] : []),
    ...(address === undefined ? ['MARKETDESK_MAIL_FROM'] : []),
  ]
  if (host === undefined || address === undefined) throw incomplete(missing)
  const tls = given.MARKETDESK_SMTP_TLS ?? (given.MARKETDESK_SMTP_PORT === 587 ? 'starttls' : 'implicit')
  if (tls === 'none' && !LOOPBACK.has(host)) {
    throw new SmtpSettingsError(
      'MARKETDESK_SMTP_TLS=none 只用于本机（localhost）的邮件服务。\nMARKETDESK_SMTP_TLS=none is for a mail server on this machine alone.',
    )
  }
  return {
    ...{ host, tls },
    port: given.MARKETDESK_SMTP_PORT ?? (tls === 'starttls' ? 587 : 465),
    login: loginOf(given),
    from: { name: given.MARKETDESK_MAIL_FROM_NAME ?? 'Marketdesk', address },
  }
}

function loginOf(given: SmtpEnvironment): SmtpSettings['login'] {
  const user = given.MARKETDESK_SMTP_USER
  if (user === undefined) return null
  const file = given.MARKETDESK_SMTP_PASSWORD_FILE
  const password = file === undefined ? given.MARKETDESK_SMTP_PASSWORD : readFileSync(file, 'utf8').trim()
  if (password === undefined || password === '') {
    throw incomplete(['MARKETDESK_SMTP_PASSWORD / MARKETDESK_SMTP_PASSWORD_FILE'])
  }
  return { user, password }
}

function incomplete(missing: readonly string[]): SmtpSettingsError {
  const names = missing.join('、')
  return new SmtpSettingsError(
    `邮件发送设置不完整，缺少：${names}。\nMail is set up in part; missing: ${missing.join(', ')}.`,
  )
}
