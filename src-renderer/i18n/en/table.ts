import type { Words } from '../words.ts'
import type { table as original } from '../zh/table.ts'

export const table: Words<typeof original> = {
  columns: 'Columns',
  resetColumns: 'Reset to default',
  moveLeft: (column) => `Move ${column} left`,
  moveRight: (column) => `Move ${column} right`,
  sortBy: (column) => `Sort by ${column}`,
  rows: (count) => `${count} rows`,
  filterText: 'Filter by name',
  clear: 'Clear filters',
  previousRow: 'Previous row',
  nextRow: 'Next row',
  openRow: 'Open',
  selectRow: (name) => `Select ${name}`,
  selectThis: 'Select this row',
  divider: 'Divider between list and case',
  selection: 'Selected rows',
  selected: (count) => `${count} selected`,
  clearSelection: 'Clear selection',
  doneEach: (what, count) => `${what}: ${count}`,
  refusedEach: (count) => `${count} were refused:`,
  refusal: (name, why) => `${name}: ${why}`,
  views: {
    name: 'Views',
    none: 'No views yet: filter, order and columns are kept together',
    shown: 'Shown now',
    newName: 'Name the present view',
    keep: 'Save',
    rename: (view) => `Rename ${view}`,
    remove: (view) => `Delete ${view}`,
  },
}
