import { CHAIN_START, faultOfEnd, followChain } from '#node/audit-chain.ts'
import type { AuditHead, AuditVerdict } from '#shared/contracts/console-platform/contract.ts'
import type { PlatformClient } from '../platform-client/platform-client.ts'

/** Entries asked for at a time: few enough that following them keeps queries waiting for less than 50 ms. */
export const CHAIN_PAGE = 1000

/** How a log is followed. */
export interface Following {
  /** An entry that a document states. */
  readonly noted: AuditHead | null
  readonly onProgress: (done: AuditHead) => void
  readonly signal: AbortSignal
}

/**
 * Fetches the audit log from its first entry and recomputes it here: the platform is not believed. Ends at the entry that
 * was the newest when it came there; null where it was given up. @throws PlatformFailure
 */
export async function verifyChain(
  client: Pick<PlatformClient, 'auditAfter'>,
  { noted, onProgress, signal }: Following,
): Promise<AuditVerdict | null> {
  let head = CHAIN_START
  while (!signal.aborted) {
    const page = await client.auditAfter(head.sequence, CHAIN_PAGE)
    const followed = followChain(head, page, noted)
    head = followed.head
    onProgress(head)
    const isEnd = page.length < CHAIN_PAGE
    const fault = followed.fault ?? (isEnd ? faultOfEnd(head, noted) : null)
    if (fault !== null || isEnd) {
      return { intact: fault === null, entries: head.sequence, head: head.hash, fault }
    }
  }
  return null
}
