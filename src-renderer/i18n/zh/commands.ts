export const commands = {
  undo: '撤销',
  undone: (what: string) => `已撤销：${what}`,
  undoTooLate: '已发往平台，无法撤销',
  undoLast: '撤销最后一项',
  /** The place of the top line that tells of them. */
  strip: '刚才的决定',
  look: '查看',
  several: (count: number, last: string) => `${count} 项决定 · ${last}`,
  failed: (what: string, why: string) => `未能提交「${what}」：${why}`,
}
