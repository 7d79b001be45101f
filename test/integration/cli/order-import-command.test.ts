import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createOperator } from '#platform/auth/operators.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform } from '#test/contract/engine-platform.ts'
import { sampleProvider } from '#test/integration/platform/sample-records.ts'
import { cli } from '#test/unit/cli/cli-run.ts'

const HEADER = '订单号,服务商,商品,类目,买家编号,实付现金,税率,支付时间'
const ORDER = 'A1,cli-orders,云备份,extension,u-1,100.00,6%,2026-10-01 09:00:00'

let platform: EnginePlatform
let folder: string
beforeAll(async () => {
  platform = await startEnginePlatform()
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-orders-'))
  const fay = { id: 'fay', name: 'fay', email: 'fay@example.cn', password: PASSWORD }
  await createOperator(platform.platform, { ...fay, roles: ['finance'] })
  const provider = sampleProvider({ id: 'cli-orders', name: '命令行软件有限公司' })
  await platform.platform.store.write((transaction) => transaction.put('provider', provider))
})
afterAll(async () => {
  await platform.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
})
afterEach(() => vi.unstubAllEnvs())

async function importing(name: string, text: string, ...more: string[]) {
  const path = join(folder, name)
  await writeFile(path, text)
  const to = ['--platform', platform.url, '--email', 'fay@example.cn', '--data', folder]
  return cli('orders', 'import', path, '--marketplace', 'kubesphere', ...to, ...more)
}

test('a dry run says what would happen; the import then does it, once', async () => {
  const text = `${HEADER}\n${ORDER}\n`
  const dry = await importing('a.csv', text, '--dry-run', '--json')
  expect(dry).toMatchObject({ code: 0, errors: '' })
  const found = { orders: 1, new: 1, known: 0, paid: '100.00', left: [] }
  expect(JSON.parse(dry.out)).toMatchObject({ ...found, outcome: 'dry-run' })
  const first = await importing('a.csv', text, '--json')
  expect(JSON.parse(first.out)).toMatchObject({ ...found, outcome: 'imported', detail: null })
  const again = await importing('a.csv', text, '--json')
  expect(again.code).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ new: 0, known: 1, outcome: 'nothing-new' })
})

test('what is left out is listed and ends with exit code 1', async () => {
  const rows = [ORDER.replace('100.00', '90.00'), 'B1,nobody,云备份,extension,u-1,1.00,6%,2026-10-01']
  const found = await importing('b.csv', [HEADER, ...rows, ''].join('\n'))
  expect(found.code).toBe(1)
  expect(found.out).toContain('unknown-provider')
  expect(found.out).toMatch(/A1 differs cash/)
})

test('a file that holds no orders is refused in words that say what to do', async () => {
  const said = async (name: string, text: string) => {
    const { code, errors } = await importing(name, text, '--dry-run')
    expect(code).toBe(2)
    return errors
  }
  expect(await said('none.csv', '')).toContain('the file holds nothing')
  expect(await said('printed.pdf', '%PDF-1.7\n')).toContain('a picture or PDF: export the orders as')
  expect(await said('odd-names.csv', 'a,b\n1,2\n')).toContain('name its columns with --mapping')
})

test('columns that nobody knows are named by a mapping', async () => {
  const text = '单号,卖家,金额\nM1,cli-orders,5.00\n'
  expect(await importing('m.csv', text)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('--mapping'),
  })
  const mapping = {
    format: 1,
    name: '某平台',
    header: ['单号', '卖家', '金额'],
    columns: { number: '单号', provider: '卖家', cash: '金额' },
    constants: {
      category: 'extension',
      taxBasisPoints: '6%',
      productName: '备份',
      buyerId: 'u',
      paidAt: '2026-10-01',
    },
  }
  const path = join(folder, 'mapping.json')
  await writeFile(path, JSON.stringify(mapping))
  const named = await importing('m.csv', text, '--mapping', path, '--json')
  expect(JSON.parse(named.out)).toMatchObject({ new: 1, mapping: '某平台', outcome: 'imported' })
})

test('a marketplace that there is not ends with exit code 2', async () => {
  expect(
    await cli(
      'orders',
      'import',
      join(folder, 'a.csv'),
      '--marketplace',
      'nowhere',
      '--platform',
      platform.url,
      '--email',
      'fay@example.cn',
      '--data',
      folder,
    ),
  ).toMatchObject({
    code: 2,
    errors: expect.stringContaining('there is no marketplace nowhere'),
  })
})
