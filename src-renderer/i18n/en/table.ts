import type { Words } from '../words.ts'
import type { table as original } from '../zh/table.ts'
import { numbered } from './numbered.ts'

export const table: Words<typeof original> = {
  columns: 'Columns',
  resetColumns: 'Reset to default',
  moveLeft: (column) => `Move ${column} left`,
  moveRight: (column) => `Move ${column} right`,
  sortBy: (column) => `Sort by ${column}`,
  rows: (count) => numbered(count, 'row', 'rows'),
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
  refusedEach: (count) => `${numbered(count, 'was', 'were')} refused:`,
  refusal: (name, why) => `${name}: ${why}`,
  export: 'Export',
  formats: { xlsx: 'Excel workbook', csv: 'CSV (UTF-8)', 'csv-gb18030': 'CSV (GB18030)' },
  exported: (rows) => `Exported ${numbered(rows, 'row', 'rows')}`,
  exportedPart: (rows) => `Too many rows: only the first ${rows} were exported; filter first`,
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
