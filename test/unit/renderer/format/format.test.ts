import { describe, expect, test } from 'vitest'
import { ago, beijingDate, beijingDateTime, beijingTime } from '#renderer/format/instant.ts'
import { formatBytes, grouped, plainYuan } from '#renderer/format/quantity.ts'
import { shortId } from '#renderer/format/short-id.ts'
import { TEXTS } from '#renderer/i18n/texts.ts'

describe('instants are shown in Beijing time', () => {
  test('four in the afternoon UTC is the next day in Beijing', () => {
    expect(beijingDate('2026-11-20T16:00:00.000Z')).toBe('2026-11-21')
    expect(beijingDate('2026-11-20T15:59:59.999Z')).toBe('2026-11-20')
    expect(beijingTime('2026-11-21T06:05:00.000Z')).toBe('14:05')
    expect(beijingDateTime('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00')
  })

  test('an age steps up at a minute, an hour and a day', () => {
    const now = Date.parse('2026-11-21T12:00:00.000Z')
    const at = (seconds: number) => ago(new Date(now - seconds * 1_000).toISOString(), now, TEXTS.zh.format)
    expect([0, 5, 59, 60, 3_599, 3_600, 86_399, 86_400].map(at)).toEqual([
      '刚刚',
      '5 秒前',
      '59 秒前',
      '1 分钟前',
      '59 分钟前',
      '1 小时前',
      '23 小时前',
      '1 天前',
    ])
  })

  test('an instant ahead of a skewed clock is just now', () => {
    expect(ago('2026-11-21T12:01:00.000Z', Date.parse('2026-11-21T12:00:00.000Z'), TEXTS.en.format)).toBe(
      'just now',
    )
  })
})

test('amounts in a table have two decimals, thousands and no sign of the currency', () => {
  expect([1_234_567, 5, 0, -1_234_567].map(plainYuan)).toEqual(['12,345.67', '0.05', '0.00', '-12,345.67'])
})

test('counts are grouped by thousands', () => {
  expect([0, 999, 1_000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567'])
})

test('bytes are shown in units of 1024 with one decimal below a hundred', () => {
  expect([0, 1_023, 1_024, 21_390_950, 110 * 1_024 ** 2, 5 * 1_024 ** 4].map(formatBytes)).toEqual([
    '0 B',
    '1023 B',
    '1.0 KB',
    '20.4 MB',
    '110 MB',
    '5120 GB',
  ])
})

test('a long id is cut in the middle and a short one stays whole', () => {
  expect(shortId('01KAJ8ZZZZZZZZZZZZZZZZ9X2F')).toBe('01KAJ8…9X2F')
  expect(shortId('p0001')).toBe('p0001')
})
