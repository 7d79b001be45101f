import type { Bilingual } from '../base/bilingual.ts'
import type { Role } from '../contracts/console-platform/roles.ts'

export const ROLE_WORDS: Readonly<Record<Role, Bilingual>> = {
  ops: { zh: '运营', en: 'Operations' },
  'ops-manager': { zh: '运营主管', en: 'Operations manager' },
  finance: { zh: '财务', en: 'Finance' },
  'finance-approver': { zh: '财务复核', en: 'Finance approver' },
  support: { zh: '客服', en: 'Support' },
  auditor: { zh: '审计', en: 'Auditor' },
  admin: { zh: '管理员', en: 'Administrator' },
}
