import { expect, test, vi } from 'vitest'
import { readYaml } from '#shared/rules/listing/safe-yaml.ts'

// Hostile input is slow by nature, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const codes = (text: string) => readYaml(text).problems.map(({ code }) => code)

test('plain YAML is read, with the line of each key', () => {
  const reading = readYaml('a: 1\nb:\n  c: x\n')
  expect(reading.value).toEqual({ a: 1, b: { c: 'x' } })
  expect(reading.problems).toEqual([])
  expect([reading.lineOf(['a']), reading.lineOf(['b', 'c']), reading.lineOf(['z'])]).toEqual([1, 3, null])
})

test('an empty text is null, without a problem', () => {
  expect(readYaml('')).toMatchObject({ value: null, problems: [] })
})

test('aliases that multiply are not followed, few or many', () => {
  const steps = (items: number) =>
    `a: &a [x,x]\nb: &b [${'*a,'.repeat(items)}]\nc: &c [${'*b,'.repeat(items)}]\nd: [${'*c,'.repeat(items)}]\n`
  for (const items of [4, 5, 9]) expect(readYaml(steps(items))).toMatchObject({ value: undefined })
  expect(codes(steps(9))).toEqual(['alias-bomb'])
})

test('a merge key is an ordinary key', () => {
  expect(readYaml('a: &a { x: 1 }\nb:\n  <<: *a\n').value).toEqual({ a: { x: 1 }, b: { '<<': { x: 1 } } })
})

test('an object cannot be given another prototype', () => {
  const { value } = readYaml('__proto__: { polluted: true }\n')
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  expect(Object.hasOwn(value as object, '__proto__')).toBe(true)
})

test.each([
  ['brackets', `a: ${'['.repeat(100_000)}`],
  ['dashes', '- '.repeat(50_000)],
  ['question marks', '? '.repeat(20_000)],
  ['indents', Array.from({ length: 1300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['two million characters', 'x'.repeat(2_000_000)],
])('%s without end are left alone', (_what, text) => {
  expect(readYaml(text).value).toBeUndefined()
})

test('12,000 keys are no problem', () => {
  const text = Array.from({ length: 12_000 }, (_, index) => `k${index}: 1`).join('\n')
  expect(codes(text)).toEqual([])
})
