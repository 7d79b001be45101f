import { expect, test } from 'vitest'
import { TEXTS } from '#renderer/i18n/texts.ts'
import { fieldName, fieldValue } from '#renderer/pages/sync/field-words.ts'
import { saidBy } from '#renderer/pages/sync/said.ts'

test('a returned decision shows what it said and leaves out what it did not', () => {
  expect(
    saidBy({ reasons: ['staff', 'capital'], noteToVendor: '请补充', internalNote: '' }, TEXTS.zh.sync),
  ).toEqual([
    ['理由', 'staff, capital'],
    ['给服务商', '请补充'],
  ])
  expect(saidBy({}, TEXTS.zh.sync)).toEqual([])
  expect(saidBy('not arguments', TEXTS.zh.sync)).toEqual([])
})

test('a changed field is named in words, and a changed status is worded', () => {
  expect(fieldName('applicant.staff', TEXTS.en)).toBe('Staff')
  expect(fieldName('applicant.answers.years', TEXTS.en)).toBe('applicant.answers.years')
  expect(fieldValue('application', 'status', 'in_review', TEXTS.zh)).toBe('审核中')
  expect(fieldValue('listingVersion', 'packageVersion', '1.0.0', TEXTS.zh)).toBe('1.0.0')
})
