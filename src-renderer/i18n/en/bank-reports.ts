import type { Words } from '../words.ts'
import type { bankReports as original } from '../zh/bank-reports.ts'

export const bankReports: Words<typeof original> = {
  account: 'Account',
  month: 'Month',
  months: 'Months',
  lines: (count) => (count === '1' ? '1 line' : `${count} lines`),
  open: (count) => `${count} unmatched`,
  noAccount: 'No account of ours yet',
  noAccountLead: 'After the first statement is imported, its months are reconciled here.',
  noLines: 'This account has no lines yet',
  import: 'Import a statement',
  standing: {
    reconciled: 'Reconciled',
    open: 'Unmatched lines',
    difference: 'Difference',
    gaps: 'Balance jumps',
    uncovered: 'Statements missing',
    unknown: 'Balance unknown',
  },
  agrees: 'agrees',
  differs: 'does not agree',
  unknown: 'Unknown',
  unknownLead: 'Neither a line nor a statement tells this balance',
  show: (item) => `Show the lines: ${item}`,
  findings: {
    title: 'To do',
    none: 'Nothing to do.',
    open: (count) => (count === '1' ? '1 line is unmatched' : `${count} lines are unmatched`),
    toLines: 'Match them',
    gap: (after, on, expected, found) =>
      `After ${after} the balance should be ${expected}; by ${on} it is ${found}: lines in between are missing`,
    gapFirst: (on, expected, found) =>
      `Before ${on} the balance should be ${expected} and is ${found}: lines are missing`,
    gapBy: (amount) => `missing in all: ${amount}`,
    day: (on) => `No statement covers ${on}`,
    days: (from, to) => `No statement covers ${from} to ${to}`,
    tail: 'If nothing moved, the next statement covers them when its balance continues this one.',
    toImport: 'Import these days',
  },
  covered: {
    title: 'Covered by statements',
    none: 'nothing',
    days: (from, to) => (from === to ? from : `${from} to ${to}`),
  },
  export: 'Export',
  formats: { xlsx: 'Workbook (XLSX)', csv: 'Lines as CSV (UTF-8)', 'csv-gb18030': 'Lines as CSV (GB18030)' },
  exported: (file) => `Exported ${file}`,
  older: 'Month before',
  newer: 'Next month',
}
