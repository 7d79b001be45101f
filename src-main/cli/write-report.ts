import type { Command } from 'commander'
import { Option } from 'commander'
import type { CliIo } from './cli-io.ts'
import { padToWidth, wrapToWidth } from './display-width.ts'
import type { Report, ReportLine } from './report.ts'
import { textTable } from './text-table.ts'

export interface ReportOptions {
  readonly json?: true
  readonly lang: 'zh' | 'en'
}

/** Adds `--json` and `--lang`, which every command that reports understands. */
export function withReportOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON of a stable shape instead of a table')
    .addOption(new Option('--lang <language>', 'language of the texts').choices(['zh', 'en']).default('zh'))
}

/** Writes a report as a table or JSON, and sets exit code 1 where a line that must pass does not. */
export function writeReport(io: CliIo, report: Report, options: ReportOptions): void {
  const hasFindings = report.findings.some((line) => line.severity === 'must' && line.verdict !== 'pass')
  if (hasFindings) io.setExitCode(1)
  io.print(
    options.json
      ? JSON.stringify(report, null, 2)
      : harmless(reportInWords(report, options.lang, io.columns)),
  )
}

/** Strangers write parts of a report: nothing in it may steer the terminal. */
export function harmless(text: string): string {
  return text.replace(/(?!\n)\p{C}/gu, '\uFFFD')
}

const WORDS = {
  zh: {
    verdicts: { pass: '通过', fail: '不通过', unknown: '待定' },
    headings: ['结论', '规则', '内容'],
    place: '位置',
    quote: '原文',
    summary: '摘要',
    remedy: '整改',
  },
  en: {
    verdicts: { pass: 'pass', fail: 'fail', unknown: 'unknown' },
    headings: ['Verdict', 'Rule', 'What'],
    place: 'Place',
    quote: 'Source',
    summary: 'Summary',
    remedy: 'Remedy',
  },
} as const

function reportInWords(report: Report, lang: 'zh' | 'en', columns: number): string {
  const words = WORDS[lang]
  const rows = report.findings.map((line) => [
    `${words.verdicts[line.verdict]}${line.severity === 'must' ? '' : ` (${line.severity})`}`,
    line.ruleId,
    line.message[lang],
  ])
  const details = report.findings.filter((line) => line.verdict !== 'pass')
  const { pass, fail, unknown } = report.counts
  const { verdicts } = words
  const counts = `${verdicts.pass} ${pass}  ${verdicts.fail} ${fail}  ${verdicts.unknown} ${unknown}`
  return [
    report.subject.replaceAll(/\s+/g, ' '),
    '',
    ...(rows.length > 0 ? [textTable(words.headings, rows, columns), ''] : []),
    ...details.flatMap((line) => [detailInWords(line, lang, columns), '']),
    counts,
  ].join('\n')
}

/** Place, sentence of the source and remedy, which a table has no room for. */
function detailInWords(line: ReportLine, lang: 'zh' | 'en', columns: number): string {
  const words = WORDS[lang]
  const labelled = (label: string, text: string | undefined | null) => {
    if (!text) return []
    const lines = wrapToWidth(text, Math.max(20, columns - 12))
    return lines.map((each, index) => `    ${padToWidth(index === 0 ? label : '', 8)}${each}`)
  }
  return [
    `${words.verdicts[line.verdict]}  ${line.ruleId}`,
    ...labelled(words.place, line.place),
    ...labelled(words.quote, line.quote),
    ...labelled(words.summary, line.summary),
    ...labelled(words.remedy, line.remedy?.[lang]),
  ].join('\n')
}
