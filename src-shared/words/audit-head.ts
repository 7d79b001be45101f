import type { Bilingual } from '../base/bilingual.ts'
import type { AuditHead } from '../contracts/console-platform/contract.ts'

export const AUDIT_HEAD: Bilingual = { zh: '审计链', en: 'Audit chain' }
const NOT_HAD: Bilingual = { zh: '未取得（与平台断开）', en: 'not had (no connection to the platform)' }

/** `1024 · 9f…`: the newest entry of the audit log and its hash, or that it was not had. */
export function auditHeadText(head: AuditHead | null, language: keyof Bilingual): string {
  return head === null ? NOT_HAD[language] : `${head.sequence} · ${head.hash}`
}

/** `审计链 1024 · 9f…`. */
export function auditHeadSaid(head: AuditHead | null, language: keyof Bilingual): string {
  return `${AUDIT_HEAD[language]} ${auditHeadText(head, language)}`
}
