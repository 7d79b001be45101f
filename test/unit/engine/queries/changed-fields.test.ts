import { describe, expect, it } from 'vitest'
import { changedFields } from '#main/engine/queries/changed-fields.ts'
import { toFileContent } from '#main/engine/queries/file-content.ts'

describe('the fields that changed since a decision was made', () => {
  it('are dotted paths with both values, bookkeeping left out', () => {
    const seen = {
      version: 1,
      status: 'in_review',
      applicant: { staff: 10, name: 'a' },
      history: [{ at: 'x' }],
    }
    const current = {
      version: 2,
      status: 'rejected',
      applicant: { name: 'a', staff: 12 },
      history: [{ at: 'x' }, { at: 'y' }],
    }
    expect(changedFields(seen, current)).toEqual([
      { path: 'status', seen: 'in_review', current: 'rejected' },
      { path: 'applicant.staff', seen: '10', current: '12' },
      { path: 'history.1', seen: '', current: '{"at":"y"}' },
    ])
  })

  it('are none where the record is gone, and are cut where they are long or many', () => {
    expect(changedFields({ a: 1 }, null)).toEqual([])
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`k${n}`, 'x'.repeat(2000)]))
    const found = changedFields(many, {})
    expect(found).toHaveLength(100)
    expect(found[0]?.seen).toHaveLength(501)
  })
})

describe('the type of a file', () => {
  it.each([
    ['%PDF-1.7', 'application/pdf'],
    ['<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['<html><script>alert(1)</script></html>', 'application/octet-stream'],
    ['GIF89a', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('is found by its content: %s', (text, mediaType) => {
    const content = toFileContent(new TextEncoder().encode(text))
    expect(content.mediaType).toBe(mediaType)
    expect(Buffer.from(content.base64, 'base64').toString()).toBe(text)
  })
})
