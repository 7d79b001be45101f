import { expect, test } from 'vitest'
import { TEXTS } from '#renderer/i18n/texts.ts'
import { fieldName, fieldValue } from '#renderer/pages/sync/field-words.ts'
import { saidBy } from '#renderer/pages/sync/said.ts'

const nameOf = (id: string) => (id === 'op-2' ? '周敏' : id)

test('a returned decision shows what it said and leaves out what it did not', () => {
  expect(
    saidBy(
      { reasons: ['staff', 'capital'], noteToVendor: '请补充', internalNote: '' },
      TEXTS.zh.sync,
      nameOf,
    ),
  ).toEqual([
    ['理由', 'staff, capital'],
    ['给服务商', '请补充'],
  ])
  expect(saidBy({}, TEXTS.zh.sync, nameOf)).toEqual([])
  expect(saidBy('not arguments', TEXTS.zh.sync, nameOf)).toEqual([])
})

test('a changed field is named in words, and a changed status is worded', () => {
  expect(fieldName('applicant.staff', TEXTS.en)).toBe('Staff')
  expect(fieldName('applicant.answers.years', TEXTS.en)).toBe('applicant.answers.years')
  expect(fieldValue({ kind: 'application', path: 'status', value: 'in_review' }, TEXTS.zh, nameOf)).toBe(
    '审核中',
  )
  expect(
    fieldValue({ kind: 'listingVersion', path: 'packageVersion', value: '1.0.0' }, TEXTS.zh, nameOf),
  ).toBe('1.0.0')
  expect(fieldValue({ kind: 'application', path: 'assignee', value: 'op-2' }, TEXTS.zh, nameOf)).toBe('周敏')
})
