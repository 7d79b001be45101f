import { createHash } from 'node:crypto'
import { CHAIN_START, faultOfEnd, followChain, linkHash } from '#node/audit-chain.ts'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import type {
  AuditEntry,
  AuditFault,
  AuditHead,
  AuditVerdict,
} from '#shared/contracts/console-platform/contract.ts'
import type { AuditedSide, StoreReader, StoreTransaction } from '../store/store.ts'
import { UnreadableEntryError } from '../store/store-errors.ts'

/** Entries, or sides, that are held at a time. */
const VERIFY_PAGE = 5000

/** What recomputing the log reads. */
export type AuditReads = Pick<
  StoreReader,
  'auditAfter' | 'auditSideMissing' | 'auditSidesAfter' | 'auditStating'
>

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

/** Appends one link to the chain with both sides of what it changed, in the transaction of the act itself. */
export async function audit(transaction: StoreTransaction, act: AuditedAct): Promise<void> {
  const last = await transaction.lastAudit()
  const before = sideOf(act.before)
  const after = sideOf(act.after)
  const link = {
    sequence: (last?.sequence ?? 0) + 1,
    at: act.at,
    actor: act.actor,
    action: act.action,
    recordKind: act.recordKind ?? null,
    recordId: act.recordId ?? null,
    beforeHash: before?.hash ?? null,
    afterHash: after?.hash ?? null,
    commandId: act.commandId ?? null,
    previousHash: last?.hash ?? CHAIN_START.hash,
  }
  const sides = [before, after].filter((side) => side !== null)
  await transaction.appendAudit({ ...link, hash: linkHash(link) }, sides)
}

/** A side of a change by its hash: what an entry states can be shown, and held against it. */
function sideOf(record: unknown): AuditedSide | null {
  if (record === undefined || record === null) return null
  const body = canonicalJson(record)
  return { hash: sha256(body), body }
}

/** The newest link of the chain. */
export async function auditHead(store: StoreReader): Promise<AuditHead> {
  const last = await store.lastAudit()
  return last === null ? CHAIN_START : { sequence: last.sequence, hash: last.hash }
}

/** How a log is recomputed. */
export interface Verifying {
  /** An entry that a document states. */
  readonly noted: AuditHead | null
  readonly onProgress: (entries: number) => void
}
const PLAINLY: Verifying = { noted: null, onProgress: () => {} }

/** Recomputes the chain from its first entry, and of each entry what it changed. */
export async function verifyAudit(
  store: AuditReads,
  { noted, onProgress }: Verifying = PLAINLY,
): Promise<AuditVerdict> {
  let head = CHAIN_START
  let fault: AuditFault | null = null
  while (fault === null) {
    const before = head.sequence
    const { page, isWhole } = await readPage(store, before)
    ;({ head, fault } = followChain(head, page, noted))
    const missing = await store.auditSideMissing(before, head.sequence)
    if (missing !== null) fault = { sequence: missing, kind: 'altered' }
    if (!isWhole) fault ??= { sequence: head.sequence + 1, kind: 'altered' }
    onProgress(head.sequence)
    if (page.length < VERIFY_PAGE) break
  }
  fault ??= faultOfEnd(head, noted) ?? (await alteredSide(store))
  return { intact: fault === null, entries: head.sequence, head: head.hash, fault }
}

/** The next entries, up to one that was made unreadable. */
async function readPage(
  store: AuditReads,
  after: number,
): Promise<{ readonly page: readonly AuditEntry[]; readonly isWhole: boolean }> {
  try {
    return { page: await store.auditAfter(after, VERIFY_PAGE), isWhole: true }
  } catch (error) {
    if (!(error instanceof UnreadableEntryError)) throw error
    return { page: error.before, isWhole: false }
  }
}

/** The first entry of whose change a side was kept that is not the one it states. */
async function alteredSide(store: AuditReads): Promise<AuditFault | null> {
  const altered: number[] = []
  let after = 0
  while (true) {
    const page = await store.auditSidesAfter(after, VERIFY_PAGE)
    for (const { hash, body } of page) {
      if (sha256(body) === hash) continue
      const sequence = await store.auditStating(hash)
      if (sequence !== null) altered.push(sequence)
    }
    const last = page.at(-1)
    if (last === undefined) break
    after = last.number
  }
  return altered.length === 0 ? null : { sequence: Math.min(...altered), kind: 'altered' }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
