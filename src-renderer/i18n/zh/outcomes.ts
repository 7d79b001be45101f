import type { Outcome, RejectionCode } from '#shared/contracts/console-platform/commands.ts'

export const outcomes = {
  outcome: {
    applied: '平台已执行',
    'already-applied': '平台此前已执行',
    rejected: '平台拒绝',
    conflict: '记录已变化',
    'not-allowed': '没有权限',
    later: '平台稍后再试',
    'sign-in-needed': '需要重新登录',
    'client-too-old': '客户端版本过旧',
  } satisfies Record<Outcome['kind'], string>,
  rejection: {
    'unknown-record': '平台没有这条记录',
    'bad-arguments': '决定的内容不完整',
    'wrong-state': '记录的状态不允许这个决定',
    'conditions-failed': '有入驻条件不通过',
    'must-findings-open': '有必改的检查项未解决',
    'provider-not-open': '服务商尚未入驻',
    'deposit-not-settled': '保证金尚未缴清',
    'contract-missing': '缺少签署的合同',
    'unknown-finding': '没有这个检查项',
    'unknown-operator': '没有这位同事',
    'command-id-reused': '决定的编号重复',
    'version-not-greater': '版本号没有大于在售版本',
  } satisfies Record<RejectionCode, string>,
  failure: {
    'not-found': '本地数据中没有这条记录',
    'signed-out': '请先登录',
    'bad-credentials': '邮箱或密码不正确',
    offline: '平台没有回应',
    throttled: (seconds: number) => `尝试过多，请 ${seconds} 秒后再试`,
    'not-allowed': (roles: string) => (roles === '' ? '没有权限' : `没有权限，需要角色：${roles}`),
    failed: (detail: string) => `程序出错：${detail}`,
  },
}
