import type { Bilingual } from '../base/bilingual.ts'

/** What a filter of a review queue may ask for besides states: how its clock stands, and that nobody has it. */
export const QUEUE_FILTER_WORDS = {
  warn: { zh: '即将到期', en: 'Due soon' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  nobody: { zh: '未分配', en: 'Unassigned' },
} as const satisfies Readonly<Record<string, Bilingual>>
