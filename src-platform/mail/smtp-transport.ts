import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Delivery, Mail, MailTransport } from './mail.ts'
import type { SmtpSettings } from './smtp-settings.ts'

const CONNECT_MS = 20_000
const SILENCE_MS = 60_000
/** Most characters of an answer that are kept. */
const ANSWER_LIMIT = 500

/** Certificates of a server that no public authority vouches for, e.g. the company's own. */
export interface SmtpTrust {
  readonly ca?: string
}

/** A way out by SMTP that keeps its connection from mail to mail, and opens another where that was lost. */
export function smtpTransport(settings: SmtpSettings, trust: SmtpTrust = {}): MailTransport {
  let open: SMTPConnection | null = null

  async function connection(): Promise<SMTPConnection> {
    if (open !== null) return open
    const fresh = new SMTPConnection({
      ...{ host: settings.host, port: settings.port, secure: settings.tls === 'implicit' },
      ...{ requireTLS: settings.tls === 'starttls', ignoreTLS: settings.tls === 'none', logger: false },
      ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
      tls: { minVersion: 'TLSv1.2', ...trust },
    })
    const lost = () => {
      if (open === fresh) open = null
    }
    fresh.on('end', lost)
    // What befalls it is told to who waits for it; an error that nobody hears would end the process.
    fresh.on('error', lost)
    try {
      await called(fresh, (done) => fresh.connect(done))
      const { login } = settings
      if (login !== null) {
        await called(fresh, (done) => fresh.login({ user: login.user, pass: login.password }, done))
      }
    } catch (error) {
      fresh.close()
      throw error
    }
    open = fresh
    return fresh
  }

  return {
    via: 'smtp',
    async send(mail) {
      let smtp: SMTPConnection
      let message: Buffer
      try {
        message = await composed(settings, mail)
        smtp = await connection()
      } catch (error) {
        // Nothing of it was said yet: whatever speaks against the server speaks against it for every mail.
        return { outcome: 'deferred', answer: wordsOf(error), isDown: true }
      }
      let isGiven = false
      const body = new Readable({
        read() {
          // Asked for only once the server said that it takes the text.
          isGiven = true
          this.push(message)
          this.push(null)
        },
      })
      try {
        const envelope = { from: settings.from.address, to: [mail.to] }
        const taken = await called<{ readonly response: string }>(smtp, (done) =>
          smtp.send(envelope, body, done),
        )
        return { outcome: 'sent', answer: clipped(taken?.response ?? ''), isDown: false }
      } catch (error) {
        if (open === smtp) open = null
        smtp.close()
        return failure(error, isGiven)
      }
    },
    close() {
      open?.quit()
      open = null
    },
  }
}

/** Nothing is read from disk or the network for a mail, whatever its text says. */
function composed({ from }: SmtpSettings, mail: Mail): Promise<Buffer> {
  return new MailComposer({
    ...{ from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text },
    ...{ messageId: mail.messageId, date: mail.at, textEncoding: 'base64' },
    ...{ disableFileAccess: true, disableUrlAccess: true },
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
  })
    .compile()
    .build()
}

/** Waits for what it calls, or for the end of the connection: what was called answers no more then. */
function called<T>(
  smtp: SMTPConnection,
  call: (done: (error?: Error | null, result?: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const gone = (error?: Error) => reject(error ?? new Error('connection closed'))
    smtp.once('error', gone)
    smtp.once('end', gone)
    call((error, result) => {
      smtp.removeListener('error', gone)
      smtp.removeListener('end', gone)
      if (error) reject(error)
      else resolve(result)
    })
  })
}

/** What a failure means for the mail: what the server said by its code; without one, whether it may have the text. */
function failure(error: unknown, isGiven: boolean): Delivery {
  const answer = wordsOf(error)
  const code = codeOf(error)
  // It refuses who sends, whomever it is to.
  if (isOfSender(error)) return { outcome: 'deferred', answer, isDown: true }
  // 530 and 535: it wants a login, which says nothing of the address.
  if (code >= 500 && code !== 530 && code !== 535) return { outcome: 'bounced', answer, isDown: false }
  if (code >= 400) return { outcome: 'deferred', answer, isDown: code === 421 || code >= 530 }
  return isGiven
    ? { outcome: 'unclear', answer, isDown: true }
    : { outcome: 'deferred', answer, isDown: true }
}

function codeOf(error: unknown): number {
  const code =
    typeof error === 'object' && error !== null && 'responseCode' in error ? error.responseCode : null
  return typeof code === 'number' ? code : 0
}

function isOfSender(error: unknown): boolean {
  return error instanceof Error && 'command' in error && error.command === 'MAIL FROM'
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return clipped(String(error))
  const response = 'response' in error && typeof error.response === 'string' ? error.response : ''
  return clipped(response === '' ? error.message : response)
}

/** Less any address, and in one line: who sees no addresses reads it too. */
function clipped(answer: string): string {
  return answer
    .replaceAll(/[^\s<>]+@[^\s<>]+/g, '…')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, ANSWER_LIMIT)
}
