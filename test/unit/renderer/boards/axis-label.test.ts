import { expect, test } from 'vitest'
import { axisLabel } from '#renderer/boards/axis-label.ts'

test.each([
  [0, '0', '0'],
  [9999, '9,999', '10k'],
  [10_000, '1万', '10k'],
  [15_400, '1.5万', '15.4k'],
  [-20_000, '-2万', '-20k'],
  [123_456_789, '1.2亿', '123.5M'],
  [12.6, '13', '13'],
])('an axis counts %s in 万 here and in thousands there', (value, zh, en) => {
  expect([axisLabel(value, 'zh'), axisLabel(value, 'en')]).toEqual([zh, en])
})
