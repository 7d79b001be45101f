import { expect, test } from 'vitest'
import { hostOptions } from '#main/browser-host/host-options.ts'

test('a decision can be undone for five seconds unless another time is named', () => {
  expect(hostOptions([]).undoMs).toBe(5000)
  expect(hostOptions(['--undo-seconds', '0']).undoMs).toBe(0)
  expect(hostOptions(['--undo-seconds', '60']).undoMs).toBe(60_000)
})

test.each(['61', '-1', '1.5', 'long'])('%s seconds to undo are refused', (text) => {
  expect(() => hostOptions([`--undo-seconds=${text}`])).toThrow('undo-seconds')
})
