import type { z } from 'zod'
import { accountSchema, apiKeySchema, sessionSchema, sessionTokenSchema } from '../credentials.ts'
import type { StoreReader } from '../store.ts'
import { AuditReader } from './audit-reader.ts'

type CredentialReads = Pick<
  StoreReader,
  | 'accountByEmail'
  | 'account'
  | 'accountByStaffNumber'
  | 'accounts'
  | 'openSessions'
  | 'session'
  | 'token'
  | 'apiKey'
  | 'apiKeys'
>

/** A company has hundreds of people at a desk; more accounts than this are not listed. */
const ACCOUNTS_LIMIT = 5000
/** Sessions that one account has open. */
const SESSIONS_LIMIT = 1000

/** Reads who may sign in, and who has, through one connection. */
export class CredentialReader extends AuditReader implements CredentialReads {
  async accountByEmail(email: string) {
    return this.body(accountSchema, 'SELECT body FROM accounts WHERE email = ?', email)
  }

  async account(id: string) {
    return this.body(accountSchema, 'SELECT body FROM accounts WHERE id = ?', id)
  }

  async accountByStaffNumber(staffNumber: string) {
    return this.body(accountSchema, "SELECT body FROM accounts WHERE body ->> 'staffNumber' = ?", staffNumber)
  }

  async accounts() {
    return this.bodies(accountSchema, `SELECT body FROM accounts ORDER BY id LIMIT ${ACCOUNTS_LIMIT}`)
  }

  async openSessions(operatorId: string) {
    return this.bodies(
      sessionSchema,
      `SELECT body FROM sessions WHERE body ->> 'operatorId' = ? AND body ->> 'endedAt' IS NULL
       ORDER BY body ->> 'startedAt' DESC, id DESC LIMIT ${SESSIONS_LIMIT}`,
      operatorId,
    )
  }

  async session(id: string) {
    return this.body(sessionSchema, 'SELECT body FROM sessions WHERE id = ?', id)
  }

  async token(hash: string) {
    return this.body(sessionTokenSchema, 'SELECT body FROM tokens WHERE hash = ?', hash)
  }

  async apiKey(hash: string) {
    return this.body(apiKeySchema, 'SELECT body FROM api_keys WHERE hash = ?', hash)
  }

  async apiKeys() {
    return this.bodies(apiKeySchema, "SELECT body FROM api_keys ORDER BY body ->> 'createdAt', body ->> 'id'")
  }

  /** The checked body of the one row a query finds, or null. */
  protected body<T>(schema: z.ZodType<T>, text: string, ...keys: string[]): T | null {
    const found = this.sql(text).get(...keys) as { body: string } | undefined
    return found === undefined ? null : schema.parse(JSON.parse(found.body))
  }

  private bodies<T>(schema: z.ZodType<T>, text: string, ...keys: string[]): T[] {
    const found = this.sql(text).all(...keys) as { body: string }[]
    return found.map(({ body }) => schema.parse(JSON.parse(body)))
  }
}
