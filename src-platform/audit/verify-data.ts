import { access } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { AuditVerdict } from '#shared/contracts/console-platform/contract.ts'
import { DATABASE } from '../backup/backup-manifest.ts'
import { AuditReader } from '../store/sqlite/audit-reader.ts'
import { type Verifying, verifyAudit } from './audit-log.ts'

/** There is no audit log where it was looked for. */
export class NoAuditLogError extends Error {
  override readonly name = 'NoAuditLogError'
}

/**
 * Recomputes the audit log in the data folder of a platform, or in a backup of it, while it runs or not. Nothing is written.
 * @throws NoAuditLogError
 */
export async function verifyData(dataDir: string, verifying: Verifying): Promise<AuditVerdict> {
  const file = join(dataDir, DATABASE)
  await access(file).catch(() => {
    throw new NoAuditLogError(`${dataDir} 中没有平台数据。\nThere is no platform in ${dataDir}.`)
  })
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
    if (!tables.includes('audit')) {
      throw new NoAuditLogError(`${file} 不是平台的数据库。\n${file} is not the database of a platform.`)
    }
    const log = new AuditReader(database)
    // An older program kept no sides.
    const reads = tables.includes('audit_sides') ? log : withoutSides(log)
    return await verifyAudit(reads, verifying)
  } finally {
    database.close()
  }
}

function withoutSides(log: AuditReader) {
  return {
    auditAfter: log.auditAfter.bind(log),
    auditStating: log.auditStating.bind(log),
    auditSideMissing: async () => null,
    auditSidesAfter: async () => [],
  }
}
