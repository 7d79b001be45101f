import type { Bilingual } from '../base/bilingual.ts'
import type { AuditFault } from '../contracts/console-platform/contract.ts'

/** What happened to the first entry that does not follow from what stands before it. */
export const AUDIT_FAULTS: Readonly<Record<AuditFault['kind'], Bilingual>> = {
  altered: { zh: '被改动', en: 'altered' },
  removed: { zh: '被删除', en: 'removed' },
  moved: { zh: '被移位', en: 'moved' },
}
