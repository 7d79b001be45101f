import { describe, expect, it } from 'vitest'
import { LIST_SHARE, shareAfterKey, withinShare } from '#renderer/shell/page/divider.ts'

describe('the divider between list and case', () => {
  it('leaves room for both', () => {
    expect(withinShare(3)).toBe(LIST_SHARE.least)
    expect(withinShare(97)).toBe(LIST_SHARE.most)
    expect(withinShare(41.6)).toBe(42)
  })

  it('is moved by the arrow keys, to either end by Home and End, and by no other key', () => {
    expect(shareAfterKey(40, 'ArrowRight')).toBe(42)
    expect(shareAfterKey(40, 'ArrowLeft')).toBe(38)
    expect(shareAfterKey(LIST_SHARE.least, 'ArrowLeft')).toBe(LIST_SHARE.least)
    expect(shareAfterKey(40, 'Home')).toBe(LIST_SHARE.least)
    expect(shareAfterKey(40, 'End')).toBe(LIST_SHARE.most)
    expect(shareAfterKey(40, 'j')).toBeNull()
  })
})
