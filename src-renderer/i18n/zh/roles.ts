import { accounts } from './accounts.ts'

export const roles = {
  notVisible: '您的角色不可见',
  noPermission: '没有权限',
  seenBy: (roles: string) => `可见角色：${roles}`,
  askFor: '。需要查看时，请联系管理员开通其中一个角色。',
  accounts,
}
