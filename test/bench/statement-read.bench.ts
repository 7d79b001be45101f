// A statement of 100,000 lines: found out, read, proven and compared, against a plain csv-parse read of the same file.
import { parse } from 'csv-parse/sync'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { lineIdentities } from '#shared/bank-statements/identity.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { readStatement } from '#shared/bank-statements/read-statement.ts'

const LINES = 100_000
const repeats = 3
const text = icbcFile(LINES)
const bytes = Buffer.from(text)

/** ICBC's CSV with a running balance: the layout with the most to peel off, a TAB after every value. */
function icbcFile(lines: number): string {
  const header =
    '[HISTORYDETAIL]\r\n凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,个性化信息'
  let balance = 0
  const rows = Array.from({ length: lines }, (_, index) => {
    const amount = ((index * 37) % 1_000_000) + 1
    const isOut = index % 7 === 0
    balance += isOut ? -amount : amount
    const day = `202611${String(1 + Math.floor((index * 30) / lines)).padStart(2, '0')} 09:12:33`
    const name = `上海测试云科技${index % 5000}有限公司`
    const cells = [
      ...[`2026${index}`, '0200001109024543164', `3105${index % 5000}`, day, isOut ? '借' : '贷'],
      ...[
        isOut ? decimalAmount(amount) : '',
        isOut ? '' : decimalAmount(amount),
        '105290061008',
        '转账',
        '保证金',
      ],
      ...[name, decimalAmount(balance), `${name}-Marketplace 保证金`],
    ]
    return cells.map((cell) => `"${cell}\t"`).join(',')
  })
  return [header, ...rows].join('\r\n')
}

async function readAndProve(): Promise<void> {
  const reading = await readStatement(bytes, { mappings: [], decodeWorkbook: async () => null })
  const section = reading.kind === 'read' ? reading.statement.sections[0] : undefined
  if (section?.lines.length !== LINES) throw new Error('the statement is read whole')
  if (proveSection(section).verdict !== 'proven') throw new Error('the statement is proven')
  if (new Set(lineIdentities(section.lines)).size !== LINES) throw new Error('every line is another')
}

async function parseOnly(): Promise<void> {
  parse(text, { relax_column_count: true })
}

/** The fastest of some runs, in milliseconds: the others were disturbed. */
async function fastest(run: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < repeats; round += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

const baseline = await fastest(parseOnly)
const read = await fastest(readAndProve)
console.log(
  `statement read ${LINES} lines: ${Math.round((LINES / read) * 1000)} lines/s, csv-parse alone ${Math.round(
    (LINES / baseline) * 1000,
  )} lines/s, ratio ${(baseline / read).toFixed(2)}`,
)
