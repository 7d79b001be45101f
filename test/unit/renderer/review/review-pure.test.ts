import { describe, expect, it } from 'vitest'
import { nextCase } from '#renderer/queue/next-case.ts'
import { groupByVerdict } from '#renderer/review/condition-groups.ts'
import { bytesOfBase64 } from '#renderer/review/documents/file-bytes.ts'
import { parseDrafts } from '#renderer/review/verdict-draft.ts'

describe('the next case', () => {
  it('is the one below in the queue', () => expect(nextCase(['a', 'b', 'c'], 'b', 1)).toBe('c'))
  it('is the one above after the last', () => expect(nextCase(['a', 'b'], 'b', 1)).toBe('a'))
  it('is the one that moved up when the case left the queue', () =>
    expect(nextCase(['a', 'b'], 'x', 1)).toBe('b'))
  it('is the last when the case left the end of the queue', () =>
    expect(nextCase(['a', 'b'], 'x', 2)).toBe('b'))
  it('is none in an empty queue', () => expect(nextCase([], 'x', 0)).toBeNull())
  it('is none when the case is the only one', () => expect(nextCase(['a'], 'a', 0)).toBeNull())
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
})
