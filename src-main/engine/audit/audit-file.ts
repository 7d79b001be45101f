import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { CHAIN_START, faultOfEnd, followChain } from '#node/audit-chain.ts'
import { instantSchema } from '#shared/base/ids.ts'
import {
  type AuditEntry,
  type AuditHead,
  type AuditVerdict,
  auditEntrySchema,
  auditHeadSchema,
} from '#shared/contracts/console-platform/contract.ts'
import type { AuditLog } from '../platform-client/platform-client.ts'
import { CHAIN_PAGE } from './verify-chain.ts'

/** The first line of an exported log, the entries, one a line, and the last line: where the log ended. */
const headingSchema = z.strictObject({
  format: z.literal('marketdesk-audit-log 1'),
  exportedAt: instantSchema,
})
const endSchema = z.strictObject({ end: auditHeadSchema })

/** Longest line of an exported log, in characters: some times the longest entry. */
const LINE_LIMIT = 64 * 1024

/** The file is no exported log, or does not reach to its end. */
export class NoAuditFileError extends Error {
  override readonly name = 'NoAuditFileError'
}

/** The lines of an exported log, whole from its first entry on; what each act changed stays on the platform. @throws PlatformFailure */
export async function* auditFileLines(
  log: Pick<AuditLog, 'auditAfter'>,
  exportedAt: string,
): AsyncGenerator<string> {
  yield lineOf({ format: 'marketdesk-audit-log 1', exportedAt })
  let end: AuditHead = CHAIN_START
  while (true) {
    const page = await log.auditAfter(end.sequence, CHAIN_PAGE)
    yield page.map(lineOf).join('')
    const last = page.at(-1)
    if (last !== undefined) end = { sequence: last.sequence, hash: last.hash }
    if (page.length < CHAIN_PAGE) break
  }
  yield lineOf({ end })
}

/** Recomputes an exported log, page by page in bounded memory. @throws NoAuditFileError */
export async function verifyAuditFile(path: string, noted: AuditHead | null): Promise<AuditVerdict> {
  let head = CHAIN_START
  let page: AuditEntry[] = []
  let isHeaded = false
  let stated: AuditHead | null = null
  const verdict = (fault: AuditVerdict['fault']): AuditVerdict => ({
    ...{ intact: fault === null, entries: head.sequence, head: head.hash, fault },
  })
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const said = parsedLine(line)
    if (!isHeaded) {
      if (!headingSchema.safeParse(said).success)
        throw new NoAuditFileError(`${path} is no exported audit log`)
      isHeaded = true
      continue
    }
    const end = endSchema.safeParse(said)
    const entry = auditEntrySchema.safeParse(said)
    if (end.success) stated = end.data.end
    else if (entry.success) page.push(entry.data)
    else throw new NoAuditFileError(`${path}: a line after entry ${head.sequence + page.length} is no entry`)
    if (!end.success && page.length < CHAIN_PAGE) continue
    const followed = followChain(head, page, noted)
    head = followed.head
    page = []
    if (followed.fault !== null) return verdict(followed.fault)
    if (end.success) break
  }
  if (stated === null) throw new NoAuditFileError(`${path} breaks off: its last line is missing`)
  if (stated.sequence === head.sequence && stated.hash !== head.hash) {
    return verdict({ sequence: head.sequence, kind: 'altered' })
  }
  return verdict(faultOfEnd(head, stated) ?? faultOfEnd(head, noted))
}

function lineOf(said: object): string {
  return `${JSON.stringify(said)}\n`
}

function parsedLine(line: string): unknown {
  if (line.length > LINE_LIMIT) return null
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
