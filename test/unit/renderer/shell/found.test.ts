import { expect, test } from 'vitest'
import { TEXTS } from '#renderer/i18n/texts.ts'
import { foundStatus, matches } from '#renderer/shell/palette/found.ts'

test('a screen is found by any part of its name, in any case, and by several words', () => {
  expect(matches('入驻审核', '审')).toBe(true)
  expect(matches('Go to Today', 'TODAY go')).toBe(true)
  expect(matches('Sync', 'list')).toBe(false)
  expect(matches('Sync', '')).toBe(true)
})

test('the status of a hit is worded by its kind, and shown as it came where it is unknown', () => {
  expect(foundStatus(TEXTS.zh.statuses, { kind: 'application', status: 'in_review' })).toBe('审核中')
  expect(foundStatus(TEXTS.en.statuses, { kind: 'provider', status: 'active' })).toBe('Active')
  expect(foundStatus(TEXTS.en.statuses, { kind: 'provider', status: 'brand-new' })).toBe('brand-new')
})
