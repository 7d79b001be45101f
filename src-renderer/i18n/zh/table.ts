export const table = {
  columns: '列',
  resetColumns: '恢复默认',
  moveLeft: (column: string) => `${column} 左移`,
  moveRight: (column: string) => `${column} 右移`,
  sortBy: (column: string) => `按 ${column} 排序`,
  rows: (count: string) => `${count} 条`,
  filterText: '筛选名称',
  clear: '清除筛选',
  previousRow: '上一条',
  nextRow: '下一条',
  openRow: '打开',
}
