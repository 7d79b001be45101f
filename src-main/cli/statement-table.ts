import type { StatementReport } from './statement-report.ts'
import { textTable } from './text-table.ts'

/** What a terminal is shown of a statement; `--json` prints all of it. */
const MAX_ROWS = 500

const WORDS = {
  zh: {
    headings: ['时间', '收支', '金额', '余额', '对方户名', '备注'],
    in: '收',
    out: '支',
    reversal: '冲正',
    verdicts: { proven: '已证明', contradicted: '矛盾', unprovable: '无法证明' },
    novelties: { new: '新', known: '已有', overlapping: '重叠期内新增' },
    account: '账号',
    balances: '期初 / 期末',
    proof: '证明',
    swapped: '借贷两列似乎颠倒',
    skipped: '略过的行（可能涉及金额）',
    undecodable: '无法解码的字符',
    unread: '有内容而没有读取的列',
    more: '其余行请用 --json 查看',
    lines: '笔',
  },
  en: {
    headings: ['Booked', 'Way', 'Amount', 'Balance', 'Counterparty', 'Remark'],
    in: 'in',
    out: 'out',
    reversal: 'reversal',
    verdicts: { proven: 'proven', contradicted: 'contradicted', unprovable: 'unprovable' },
    novelties: { new: 'new', known: 'known', overlapping: 'new in known days' },
    account: 'Account',
    balances: 'Opening / closing',
    proof: 'Proof',
    swapped: 'debit and credit seem to have changed places',
    skipped: 'Rows left out that may be money',
    undecodable: 'Characters that cannot be decoded',
    unread: 'Filled columns that were not read',
    more: 'see the other lines with --json',
    lines: 'lines',
  },
} as const
type Words = (typeof WORDS)['zh' | 'en']

/** The report as a table, with what each account adds up to and what was left out. */
export function statementInWords(
  { lines, summary }: StatementReport,
  lang: 'zh' | 'en',
  columns: number,
): string {
  const words: Words = WORDS[lang]
  const shown = lines.slice(0, MAX_ROWS)
  const rows = shown.map((line) => [
    line.bookedAt.replace('T', ' '),
    words[line.direction] + (line.isReversal ? ` (${words.reversal})` : ''),
    line.amount,
    line.balanceAfter ?? '',
    line.counterpartyName,
    [line.novelty && `[${words.novelties[line.novelty]}]`, line.summary, line.purpose, line.remark]
      .filter(Boolean)
      .join(' · '),
  ])
  const oneLine = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')))
  return [
    `${summary.format} · ${summary.encoding}`,
    '',
    ...(oneLine.length > 0 ? [textTable(words.headings, oneLine, columns), ''] : []),
    ...(shown.length < lines.length ? [`… ${lines.length - shown.length}: ${words.more}`, ''] : []),
    ...summary.sections.flatMap((section) => sectionInWords(section, words)),
    ...skippedInWords(summary.skipped, words),
    ...(summary.unread.length > 0 ? [`${words.unread}: ${summary.unread.join(' · ')}`] : []),
    ...(summary.undecodable > 0 ? [`${words.undecodable}: ${summary.undecodable}`] : []),
  ].join('\n')
}

function sectionInWords(
  { account, accountName, lines, balances, proof }: StatementReport['summary']['sections'][number],
  words: Words,
): readonly string[] {
  const failed = proof.checks.filter(({ verdict }) => verdict === 'contradicted')
  return [
    `${words.account}: ${[account ?? '—', accountName].filter(Boolean).join(' ')}  ${lines} ${words.lines}`,
    `${words.balances}: ${balances.opening ?? '—'} / ${balances.closing ?? '—'}`,
    `${words.proof}: ${words.verdicts[proof.verdict]}${proof.isSwapped ? ` (${words.swapped})` : ''}`,
    ...failed.map(
      ({ check, expected, found, place }) =>
        `  ${check}: ${expected} ≠ ${found}${place === null ? '' : ` (${place.page}:${place.row})`}`,
    ),
  ]
}

function skippedInWords(skipped: StatementReport['summary']['skipped'], words: Words): readonly string[] {
  const mattering = skipped.filter(({ matters }) => matters)
  if (mattering.length === 0) return []
  return [
    `${words.skipped}: ${mattering.length}`,
    ...mattering
      .slice(0, MAX_ROWS)
      .map(({ page, row, reason, excerpt }) => `  ${page}:${row} ${reason} ${excerpt}`),
  ]
}
