import { expect, test } from 'vitest'
import { TEXTS } from '#renderer/i18n/texts.ts'
import { saidBy } from '#renderer/pages/sync/said.ts'

const names = new Map([['op-2', '周敏']])

test('a returned decision shows what it said and leaves out what it did not', () => {
  expect(
    saidBy({ reasons: ['staff', 'capital'], noteToVendor: '请补充', internalNote: '' }, TEXTS.zh.sync, names),
  ).toEqual([
    ['理由', '2 项，见给服务商的说明'],
    ['给服务商', '请补充'],
  ])
  expect(saidBy({}, TEXTS.zh.sync, names)).toEqual([])
  expect(saidBy('not arguments', TEXTS.zh.sync, names)).toEqual([])
})

test('a returned assignment names the colleague', () => {
  expect(saidBy({ assignee: 'op-2' }, TEXTS.en.sync, names)).toEqual([['Assignee', '周敏']])
  expect(saidBy({ assignee: null }, TEXTS.en.sync, names)).toEqual([])
})
