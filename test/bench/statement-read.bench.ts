// A statement of 100,000 lines: found out, read, proven and compared, against a plain csv-parse read of the same file.
import { parse } from 'csv-parse/sync'
import { lineIdentities } from '#shared/bank-statements/identity.ts'
import { proveSection } from '#shared/bank-statements/proof.ts'
import { readStatement } from '#shared/bank-statements/read-statement.ts'
import { fastest, icbcFile } from './harness/icbc-file.ts'
import { scaled } from './harness/scale.ts'

const LINES = scaled(100_000)
const text = icbcFile(LINES, (index) => {
  const name = `上海测试云科技${index % 5000}有限公司`
  return {
    amount: ((index * 37) % 1_000_000) + 1,
    isOut: index % 7 === 0,
    name,
    purpose: '保证金',
    remark: `${name}-Marketplace 保证金`,
  }
})
const bytes = Buffer.from(text)

async function readAndProve(): Promise<void> {
  const reading = await readStatement(bytes, { mappings: [], decodeWorkbook: async () => null })
  const section = reading.kind === 'read' ? reading.statement.sections[0] : undefined
  if (section?.lines.length !== LINES) throw new Error('the statement is read whole')
  if (proveSection(section).verdict !== 'proven') throw new Error('the statement is proven')
  if (new Set(lineIdentities(section.lines)).size !== LINES) throw new Error('every line is another')
}

const baseline = await fastest(() => parse(text, { relax_column_count: true }))
const read = await fastest(readAndProve)
console.log(
  `statement read ${LINES} lines: ${Math.round((LINES / read) * 1000)} lines/s, csv-parse alone ${Math.round(
    (LINES / baseline) * 1000,
  )} lines/s, ratio ${(baseline / read).toFixed(2)}`,
)
