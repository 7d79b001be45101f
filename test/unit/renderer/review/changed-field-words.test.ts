import { expect, it } from 'vitest'
import { TEXTS } from '#renderer/i18n/texts.ts'
import { fieldWords, valueWords } from '#renderer/review/changed-field-words.ts'

const names = new Map([['op-1', '周敏']])
const words = (path: string, value: string) => valueWords(path, value, TEXTS.zh, names)

it('names the field that changed, also inside a list', () => {
  expect(fieldWords('assignee', TEXTS.zh)).toBe('处理人')
  expect(fieldWords('history.2', TEXTS.zh)).toBe('新的记录')
  expect(fieldWords('applicant.staff', TEXTS.zh)).toBe('团队人数')
  expect(fieldWords('applicant.documents.0.fileName', TEXTS.en)).toBe('Documents')
  expect(fieldWords('unheard.of', TEXTS.zh)).toBe('unheard.of')
})

it('says states and colleagues in words', () => {
  expect(words('status', 'in_review')).toBe('审核中')
  expect(words('assignee', 'op-1')).toBe('周敏')
  expect(words('assignee', 'op-9')).toBe('op-9')
  expect(words('assignee', '')).toBe('—')
})

it('tells a step of the history with the note the vendor got', () => {
  const entry = {
    at: '2026-11-21T06:05:00.000Z',
    actor: 'op-1',
    actorName: '周敏',
    action: 'application.request-changes',
    noteToVendor: '请补件',
    internalNote: null,
    reasons: [],
  }
  expect(words('history.2', JSON.stringify(entry))).toBe('2026-11-21 14:05 周敏 已要求补充：请补件')
})

it('shows what it cannot read as it is', () => {
  expect(words('history.2', '{')).toBe('{')
  expect(words('decidedAt', 'soon')).toBe('soon')
})
