import { createHash } from 'node:crypto'
import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'
import { bearerOf } from '../auth/authenticate.ts'
import { now, type Platform } from '../platform.ts'
import type { ApiKey } from '../store/credentials.ts'
import type { StoreTransaction } from '../store/store.ts'

/** A vendor as its API key names it. */
export interface Vendor {
  readonly marketplace: string
  readonly providerId: string
}

/** A refusal in words the vendor's tool prints. */
export class VendorError extends Error {
  override readonly name = 'VendorError'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 503

  constructor(status: VendorError['status'], message: string) {
    super(message)
    this.status = status
  }
}

interface NewApiKey extends Vendor {
  readonly label: string
  /** Made by chance where none is given. */
  readonly key?: string
}

/** Makes an API key for a vendor's tool and answers its text, which is kept nowhere. @param noted in the same transaction. */
export async function createApiKey(
  platform: Platform,
  wanted: NewApiKey,
  noted?: (transaction: StoreTransaction, made: ApiKey) => Promise<void>,
): Promise<string> {
  const key = wanted.key ?? Buffer.from(platform.randomBytes(32)).toString('base64url')
  const { marketplace, providerId, label } = wanted
  await platform.store.write(async (transaction) => {
    const made = {
      ...{ hash: hashOfKey(key), id: platform.newId(), marketplace, providerId, label },
      ...{ createdAt: now(platform), revokedAt: null },
    }
    await transaction.putApiKey(made)
    await noted?.(transaction, made)
  })
  return key
}

/** @throws VendorError 401 where the header holds no key that is good now. */
export async function vendorOf(platform: Platform, authorization: string | undefined): Promise<Vendor> {
  const text = bearerOf(authorization)
  const key = text === null ? null : await platform.store.apiKey(hashOfKey(text))
  if (key === null || key.revokedAt !== null) throw new VendorError(401, 'The API key is not valid.')
  return { marketplace: key.marketplace, providerId: key.providerId }
}

/** What the vendor did, in the history of a record. */
export function vendorEntry(action: `vendor.${string}`, actorName: string, at: string): HistoryEntry {
  return { at, actor: 'vendor', actorName, action, noteToVendor: null, internalNote: null, reasons: [] }
}

function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
