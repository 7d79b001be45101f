/**
 * Version of the console-platform contract: the newest a platform serves, and the one our console speaks.
 * 1: applications, listings, providers, operators; feed, snapshot, digest, commands.
 * 2: deposit obligations and `deposit.waive`; a provider says no longer whether its deposit is settled.
 * 3: bank accounts, statements and lines; matching, receipts and refunds of deposits.
 * 4: the newest and the oldest protocol served are two; the scope of a feed names its protocol.
 */
export const PROTOCOL_VERSION = 4
/** A platform serves consoles from here on; an older one is answered `client-too-old`. */
export const OLDEST_SERVED_PROTOCOL = 3
/** Digests cover whole rows from this protocol on, ids and versions before. */
export const DIGEST_OF_ROWS_SINCE = 4
/** The request header in which a console names its protocol version. */
export const PROTOCOL_HEADER = 'x-marketdesk-protocol'

/**
 * The protocol a request is answered in, by its header: a client that names none gets the newest, as does a console
 * newer than this platform. Null where it is too old, or names none that there could be.
 */
export function servedProtocol(header: string | undefined): number | null {
  if (header === undefined) return PROTOCOL_VERSION
  if (!/^\d{1,6}$/.test(header) || Number(header) < OLDEST_SERVED_PROTOCOL) return null
  return Math.min(Number(header), PROTOCOL_VERSION)
}

/** Most records of one snapshot or feed page. */
export const PAGE_LIMIT = 5000
/** Most commands asked about at once. */
export const KNOWN_LIMIT = 500
/** Largest single file the platform takes or a console fetches, in bytes. */
export const FILE_LIMIT_BYTES = 64 * 1024 * 1024
/** Days for which the platform keeps a file that a console gave and that no record names yet. */
export const GIVEN_FILE_DAYS = 30
