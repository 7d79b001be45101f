import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cli } from './cli-run.ts'

const fixtures = new URL('../../fixtures/', import.meta.url)
const casesSchema = z.array(
  z.object({
    id: z.string(),
    providers: z.array(z.unknown()),
    line: z.unknown(),
    expected: z.object({ decision: z.array(z.string()) }),
  }),
)
const cases = casesSchema.parse(
  JSON.parse(readFileSync(new URL('matching/matching_cases.json', fixtures), 'utf8')),
)
const decisionSchema = z.object({
  line: z.int(),
  decision: z.enum(['auto', 'suggest', 'none']),
  candidates: z.array(z.object({ provider: z.string(), reasons: z.array(z.string()) })),
  row: z.int().optional(),
})

const NAME = '杭州样本科技有限公司'
const LINE = {
  amount: '5000.00',
  direction: 'in',
  payer: NAME,
  remark: `${NAME}-KubeSphere Marketplace 保证金`,
}
const OPEN = [{ id: 'P1', name: NAME, deposit_due: '5000.00' }]

let folder = ''
async function put(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'match-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function match(lines: unknown, deposits: unknown, ...more: readonly string[]) {
  const paths = [await put('lines.json', lines), '--deposits', await put('open.json', deposits)]
  return cli('statement', 'match', ...paths, ...more)
}

function decisionsOf(out: string) {
  return out.split('\n').map((line) => decisionSchema.parse(JSON.parse(line)))
}

describe('marketdesk statement match', () => {
  it('decides worked cases as they ask', async () => {
    for (const { id, line, providers, expected } of cases.filter((_, at) => at % 8 === 0)) {
      const { code, out } = await match([line], providers, '--json')
      const [found] = decisionsOf(out)
      expect([id, code]).toEqual([id, 0])
      expect(expected.decision, id).toContain(found?.decision)
    }
  })

  it('--json prints an object a line', async () => {
    const { out } = await match([LINE, { ...LINE, direction: 'out' }], OPEN, '--json')
    expect(decisionsOf(out)).toEqual([
      {
        line: 1,
        decision: 'auto',
        candidates: [{ provider: 'P1', reasons: ['payer-equal', 'remark-as-asked', 'amount-equal'] }],
      },
      { line: 2, decision: 'none', candidates: [] },
    ])
  })

  it('a table shows every candidate with its reasons, and steers no terminal', async () => {
    const { code, out } = await match([{ ...LINE, payer: `\u001b[2J${NAME}` }], OPEN)
    expect(code).toBe(0)
    expect(out).toContain('remark-as-asked')
    expect(out).toContain('auto 0  suggest 1  none 0')
    expect(out).not.toContain('\u001b')
  })

  it("reads a bank's file, and tells where each line stands", async () => {
    const csv = [
      '账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,对方账号,对方开户机构,记账日期,摘要,备注,账户明细编号-交易流水号',
      `4200,我方,20240110 10:00:00,0.00,5000.00,15000.00,人民币,${NAME},62220001,工行,20240110,转账,${LINE.remark},1-1`,
      '4200,我方,20240111 10:00:00,100.00,0.00,14900.00,人民币,某物业,62220002,工行,20240111,转账,物业,1-2',
    ].join('\r\n')
    const open = await put('open.json', OPEN)
    const { code, out } = await cli(
      'statement',
      'match',
      await put('a.txt', csv),
      '--deposits',
      open,
      '--json',
    )
    expect(code).toBe(0)
    expect(decisionsOf(out).map(({ decision, row }) => [decision, row])).toEqual([
      ['auto', 2],
      ['none', 3],
    ])
  })

  it("the bank's own example waits for nobody it does not name", async () => {
    const open = await put('open.json', OPEN)
    const path = fileURLToPath(new URL('bank/corporate/ccb.csv', fixtures))
    const { out } = await cli('statement', 'match', path, '--deposits', open, '--json')
    expect(decisionsOf(out).every(({ decision }) => decision === 'none')).toBe(true)
  })

  it.each<[string, unknown, unknown, string]>([
    ['an amount that is none', [{ ...LINE, amount: '5,0.1.2' }], OPEN, '0.amount'],
    ['a direction that is none', [{ ...LINE, direction: 'up' }], OPEN, '0.direction'],
    ['an id twice', [LINE], [...OPEN, ...OPEN], 'an id stands there twice'],
    ['a negative due', [LINE], [{ ...OPEN[0], deposit_due: '-1.00' }], '0.deposit_due'],
    ['deposits that are no JSON', [LINE], '{', 'is not JSON'],
    ['a file that is no statement', 'hello', OPEN, 'no header row is known'],
  ])('%s ends with 2', async (_why, lines, deposits, reason) => {
    const { code, errors } = await match(lines, deposits)
    expect(code).toBe(2)
    expect(errors).toContain(reason)
  })
})
