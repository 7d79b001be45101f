/**
 * Version of the console-platform contract. A console below `MINIMUM_PROTOCOL` is answered `client-too-old`.
 * 1: applications, listings, providers, operators; feed, snapshot, digest, commands.
 * 2: deposit obligations and `deposit.waive`; a provider says no longer whether its deposit is settled.
 * 3: bank accounts, statements and lines; matching, receipts and refunds of deposits.
 */
export const PROTOCOL_VERSION = 3
export const MINIMUM_PROTOCOL = 3
/** The request header in which a console names its protocol version. */
export const PROTOCOL_HEADER = 'x-marketdesk-protocol'

/** Most records of one snapshot or feed page. */
export const PAGE_LIMIT = 5000
/** Largest single file the platform takes or a console fetches, in bytes. */
export const FILE_LIMIT_BYTES = 64 * 1024 * 1024
