export const commands = {
  undo: '撤销',
  undone: (what: string) => `已撤销：${what}`,
  undoTooLate: '已发往平台，无法撤销',
  failed: (what: string) => `未能提交：${what}`,
}
