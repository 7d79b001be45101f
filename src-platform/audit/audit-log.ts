import { canonicalHash } from '#node/canonical-hash.ts'
import type { AuditEntry, AuditHead } from '#shared/contracts/console-platform/contract.ts'
import type { StoreReader, StoreTransaction } from '../store/store.ts'

/** What the first entry follows. */
const GENESIS = '0'.repeat(64)
const VERIFY_PAGE = 5000

export interface AuditedAct {
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly recordKind?: string
  readonly recordId?: string
  readonly before?: unknown
  readonly after?: unknown
  readonly commandId?: string
}

/** Appends one link to the chain, in the transaction of the act itself. */
export async function audit(transaction: StoreTransaction, act: AuditedAct): Promise<void> {
  const last = await transaction.lastAudit()
  const link = {
    sequence: (last?.sequence ?? 0) + 1,
    at: act.at,
    actor: act.actor,
    action: act.action,
    recordKind: act.recordKind ?? null,
    recordId: act.recordId ?? null,
    beforeHash: hashOf(act.before),
    afterHash: hashOf(act.after),
    commandId: act.commandId ?? null,
    previousHash: last?.hash ?? GENESIS,
  }
  await transaction.appendAudit({ ...link, hash: linkHash(link) })
}

/** The newest link of the chain. */
export async function auditHead(store: StoreReader): Promise<AuditHead> {
  const last = await store.lastAudit()
  return { sequence: last?.sequence ?? 0, hash: last?.hash ?? GENESIS }
}

export interface AuditVerification {
  readonly intact: boolean
  /** Entries that were checked. */
  readonly entries: number
  readonly head: string
  /** Sequence of the first entry that does not follow from the one before. */
  readonly brokenAt: number | null
}

/** Recomputes the chain from its first entry. A cut-off end shows only against a head noted elsewhere. */
export async function verifyAudit(store: StoreReader): Promise<AuditVerification> {
  let head = GENESIS
  let entries = 0
  while (true) {
    const page = await store.auditAfter(entries, VERIFY_PAGE)
    for (const { hash, ...link } of page) {
      const follows = link.sequence === entries + 1 && link.previousHash === head && hash === linkHash(link)
      if (!follows) return { intact: false, entries, head, brokenAt: entries + 1 }
      head = hash
      entries += 1
    }
    if (page.length < VERIFY_PAGE) return { intact: true, entries, head, brokenAt: null }
  }
}

function linkHash(link: Omit<AuditEntry, 'hash'>): string {
  return canonicalHash(link)
}

function hashOf(record: unknown): string | null {
  return record === undefined || record === null ? null : canonicalHash(record)
}
