import { expect, test } from 'vitest'
import { TEXTS } from '#renderer/i18n/texts.ts'
import { aboutFound, foundStatus, matches } from '#renderer/shell/palette/found.ts'

test('a screen is found by any part of its name, in any case, and by several words', () => {
  expect(matches('入驻审核', '审')).toBe(true)
  expect(matches('Go to Today', 'TODAY go')).toBe(true)
  expect(matches('Sync', 'list')).toBe(false)
  expect(matches('Sync', '')).toBe(true)
})

test('a screen or action is found by the other words people have for it', () => {
  for (const typed of ['匹配', '核销', '勾对', '对账'])
    expect(matches(TEXTS.zh.shell.screens.lines, typed)).toBe(true)
  expect(matches(TEXTS.zh.shell.screens.reports, '调节表')).toBe(true)
  expect(matches(TEXTS.zh.commands.doing['deposit.request-refund'], '退款')).toBe(true)
  expect(matches(TEXTS.en.shell.screens.lines, 'reconcile')).toBe(true)
  expect(matches(TEXTS.zh.shell.screens.listings, '核销')).toBe(false)
})

test('the status of a hit is worded by its kind, and shown as it came where it is unknown', () => {
  expect(foundStatus(TEXTS.zh.statuses, { kind: 'application', status: 'in_review' })).toBe('审核中')
  expect(foundStatus(TEXTS.en.statuses, { kind: 'provider', status: 'active' })).toBe('Active')
  expect(foundStatus(TEXTS.en.statuses, { kind: 'provider', status: 'brand-new' })).toBe('brand-new')
})

test('a hit says its kind, market, amount and state, and that a decision about it waits', () => {
  const line = {
    kind: 'bankLine',
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    within: null,
    title: '甲公司',
    subtitle: '2026-11-02',
    marketplace: 'kubesphere',
    status: 'matched',
    pending: true,
    amount: -1_234_500,
    matched: { text: '甲公司', from: 0, to: 1 },
  } as const
  expect(aboutFound(TEXTS.zh, line, () => 'KubeSphere 市场')).toBe(
    '银行流水 · KubeSphere 市场 · 2026-11-02 · -¥12,345.00 · 已认领 · 待同步',
  )
  const account = { ...line, kind: 'bankAccount', status: '', pending: false, amount: null } as const
  expect(aboutFound(TEXTS.zh, account, () => 'K')).toBe('银行账户 · K · 2026-11-02')
})
