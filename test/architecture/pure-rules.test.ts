import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

const CLOCK_OR_CHANCE =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bperformance\.now\b|\bTemporal\.Now\b/
const MARKETPLACES = /kubesphere|qingcloud|青云|kingsoft|金山|huawei|华为|alibaba|aliyun|阿里/i

const files = sourceFiles()

test('shared sources know neither clock nor chance', () => {
  const users = files.filter(({ path, code }) => path.startsWith('src-shared/') && CLOCK_OR_CHANCE.test(code))
  expect(
    users.map(({ path }) => path),
    'Take the instant, the date or the random bytes as an argument.',
  ).toEqual([])
})

test('no rule names a marketplace', () => {
  const named = files.filter(
    ({ path, code }) => path.startsWith('src-shared/rules/') && MARKETPLACES.test(code),
  )
  expect(
    named.map(({ path }) => path),
    'What differs between marketplaces stands in resources/policy-packs; the rule takes it from the pack.',
  ).toEqual([])
})
