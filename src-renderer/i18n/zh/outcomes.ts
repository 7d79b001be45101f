export const outcomes = {
  /** Codes of the engine for what stands in the way of sync or of one decision. */
  trouble: {
    offline: '平台没有回应',
    timeout: '平台回应超时',
    server: '平台出错',
    throttled: '平台要求放慢',
    unauthorized: '需要重新登录',
    'client-too-old': '客户端版本过旧',
    'platform-too-old': '平台版本比本客户端旧，请联系平台管理员升级；已作出的决定会保留',
    refused: '平台不接受这个请求',
    'earlier-returned': '同一记录上更早的决定被退回，这个决定没有发出',
    'lost-by-platform': '平台恢复到较早的备份，这个已生效的决定不在其中；请核对当前记录后再决定',
    'digest-differs': '本地数据与平台不一致：在“同步”页查看是哪一类，并重建本地数据',
    'cache-damaged': '本地数据损坏，需要重建',
    'disk-full': '磁盘已满，无法更新本地数据：腾出空间后自动继续，已作出的决定会保留',
    internal: '程序出错',
  },
  failure: {
    'not-found': '本地数据中没有这条记录',
    malformed: '地址或所填内容不合格式：请从列表打开，或改正后再试',
    'signed-out': '请先登录',
    'second-factor': '还需要动态口令',
    'offline-too-long': (days: number) =>
      `平台没有回应；在这台电脑上的上次登录已超过 ${days} 天，须在平台恢复后登录`,
    'bad-credentials': '邮箱或密码不正确',
    offline: '平台没有回应',
    'disk-full': (folder: string) =>
      `磁盘已满，没有保存任何内容：请在 ${folder} 所在磁盘腾出至少 100 MB 后再试`,
    throttled: (seconds: number) => `尝试过多，请 ${seconds} 秒后再试`,
    'not-allowed': (roles: string) => (roles === '' ? '没有权限' : `没有权限，需要角色：${roles}`),
    failed: (detail: string) => `程序出错：${detail}`,
  },
}
