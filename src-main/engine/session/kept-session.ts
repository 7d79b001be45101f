import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sessionTokensSchema } from '#shared/contracts/console-platform/session.ts'
import type { SecretStore } from '../storage/keys/key-store.ts'

/** A session as it is kept from one run to the next. */
export const keptSessionSchema = sessionTokensSchema.extend({ platformUrl: z.string() })

/** The secret that keeps the session on a platform. */
export function sessionSecret(platformUrl: string): string {
  return `session-${createHash('sha256').update(platformUrl).digest('hex').slice(0, 32)}`
}

/** The folder of an account on a platform; its name tells nobody whose it is. */
export function accountFolder(platformUrl: string, accountId: string): string {
  return createHash('sha256').update(`${platformUrl}\n${accountId}`).digest('hex').slice(0, 32)
}

/** The folder of whoever is signed in to a platform; null where nobody is. */
export async function keptSession(platformUrl: string, secrets: SecretStore): Promise<string | null> {
  const kept = await secrets.get(sessionSecret(platformUrl))
  if (kept === null) return null
  const parsed = keptSessionSchema.safeParse(parsedJson(kept))
  return parsed.success ? accountFolder(platformUrl, parsed.data.account.id) : null
}

/** Null where it is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
