import { describe, expect, it } from 'vitest'
import { groupByVerdict } from '#renderer/review/condition-groups.ts'
import { bytesOfBase64, fileSize } from '#renderer/review/documents/file-bytes.ts'
import { nextCase } from '#renderer/review/next-case.ts'
import { clockWords } from '#renderer/review/review-clock.ts'
import { parseDrafts } from '#renderer/review/verdict-draft.ts'

describe('the next case', () => {
  it('is the one below in the queue', () => expect(nextCase(['a', 'b', 'c'], 'b')).toBe('c'))
  it('is the one above after the last', () => expect(nextCase(['a', 'b'], 'b')).toBe('a'))
  it('is the first when the case left the queue', () => expect(nextCase(['a', 'b'], 'x')).toBe('a'))
  it('is none in an empty queue', () => expect(nextCase([], 'x')).toBeNull())
  it('is none when the case is the only one', () => expect(nextCase(['a'], 'a')).toBeNull())
})

describe('a review clock', () => {
  const clock = { state: 'running', dueOn: '2026-11-23', workingDaysLeft: 1, provisional: false } as const

  it('says the working days left', () => {
    expect(clockWords(clock)).toEqual({ zh: '剩 1 个工作日', en: '1 working day left' })
  })
  it('says that it is due today', () => {
    expect(clockWords({ ...clock, state: 'warn', workingDaysLeft: 0 }).zh).toBe('今天到期')
  })
  it('says by how many working days it is overdue', () => {
    const overdue = { ...clock, state: 'overdue', workingDaysLeft: -2 } as const
    expect(clockWords(overdue)).toEqual({ zh: '已超期 2 个工作日', en: '2 working days overdue' })
  })
  it('says that it is provisional where the holiday table is missing', () => {
    expect(clockWords({ ...clock, provisional: true }).zh).toBe('剩 1 个工作日（暂定）')
  })
})

describe('kept drafts', () => {
  const draft = { reasons: ['a'], noteToVendor: '请补充', internalNote: '', noteByHand: true }

  it('are read back as they were written', () => {
    expect(parseDrafts(JSON.stringify({ reject: draft }))).toEqual({ reject: draft })
  })
  it('count as none where they do not fit or are no JSON', () => {
    expect(parseDrafts('{"reject":{"reasons":1}}')).toEqual({})
    expect(parseDrafts('{')).toEqual({})
    expect(parseDrafts(null)).toEqual({})
  })
})

describe('conditions', () => {
  it('are read as failed, unknown, passed, without empty groups', () => {
    expect(groupByVerdict([]).map((group) => group.verdict)).toEqual([])
  })
})

describe('files', () => {
  it('come out of base64 byte by byte', () => {
    expect([...bytesOfBase64('AP+A')]).toEqual([0, 255, 128])
  })
  it('show their size as vendors see it', () => {
    expect([999, 1500, 2_345_678].map(fileSize)).toEqual(['999 B', '1.5 kB', '2.3 MB'])
  })
})
