import { describe, expect, it } from 'vitest'
import { bytesOfBase64 } from '#renderer/format/file-bytes.ts'
import { nextCase } from '#renderer/queue/next-case.ts'
import { groupByVerdict } from '#renderer/review/condition-groups.ts'

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
