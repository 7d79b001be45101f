import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'

export const roles = {
  role: {
    ops: '运营',
    'ops-manager': '运营主管',
    finance: '财务',
    'finance-approver': '财务复核',
    support: '客服',
    auditor: '审计',
    admin: '管理员',
  } satisfies Record<Role, string>,
  notVisible: '您的角色不可见',
  noPermission: '没有权限',
  seenBy: (roles: string) => `可见角色：${roles}`,
  askFor: '。需要查看时，请联系管理员开通其中一个角色。',
  recordKind: {
    provider: '服务商',
    operator: '同事',
    application: '入驻申请',
    listing: '商品',
    listingVersion: '商品版本',
    depositObligation: '保证金',
    bankAccount: '银行账户',
    bankStatement: '银行对账单',
    bankLine: '银行流水',
  } satisfies Record<RecordKind, string>,
}
