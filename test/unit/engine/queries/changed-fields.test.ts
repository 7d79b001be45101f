import { describe, expect, it } from 'vitest'
import { changedFields, keptRecord } from '#main/engine/queries/changed-fields.ts'
import { toFileContent } from '#main/engine/queries/file-content.ts'
import { sampleObligation } from '#test/integration/platform/sample-records.ts'
import { NOBODY_KNOWN } from '#test/unit/descriptions/nobody-known.ts'

describe('the fields that changed since a decision was made', () => {
  const seen = sampleObligation({ amount: 500_000 })

  it('are values with their names, bookkeeping left out', () => {
    const current = { ...seen, version: 2, amount: 800_000, updatedAt: '2026-11-25T00:00:00.000Z' }
    expect(changedFields('depositObligation', seen, current, NOBODY_KNOWN)).toEqual([
      {
        label: { zh: '应缴', en: 'Amount' },
        seen: { kind: 'money', fen: 500_000 },
        current: { kind: 'money', fen: 800_000 },
      },
    ])
  })

  it('are none where the record is gone or was not kept, and are cut where they are many', () => {
    expect(changedFields('depositObligation', seen, null, NOBODY_KNOWN)).toEqual([])
    expect(changedFields('depositObligation', null, seen, NOBODY_KNOWN)).toEqual([])
    const entries = Array.from({ length: 300 }, (_, n) => ({
      kind: 'match' as const,
      note: '',
      amount: 1,
      line: `${n}`,
      at: '2026-11-20T00:00:00.000Z',
      by: 'op-1',
      byName: '刘芳',
    }))
    expect(changedFields('depositObligation', seen, { ...seen, entries }, NOBODY_KNOWN)).toHaveLength(100)
  })

  it('rest on the record as it was kept, where this program can read it', () => {
    expect(keptRecord('depositObligation', JSON.stringify(seen))).toEqual(seen)
    expect(keptRecord('depositObligation', 'null')).toBeNull()
    expect(keptRecord('depositObligation', '{"amount":5}')).toBeNull()
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
