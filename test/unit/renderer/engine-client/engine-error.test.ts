import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { failureOf } from '#renderer/engine-client/engine-error.ts'
import { failureText } from '#renderer/i18n/failure-text.ts'
import { outcomeText } from '#renderer/i18n/outcome-text.ts'
import { TEXTS } from '#renderer/i18n/texts.ts'

describe('what the engine refuses is worded by its code', () => {
  test('throttled names the seconds, rounded up', () => {
    const error = new ORPCError('THROTTLED', { data: { retryAfterSeconds: 4.2 } })
    expect(failureOf(error)).toEqual({ kind: 'throttled', seconds: 5 })
    expect(failureText(TEXTS.zh, error)).toBe('尝试过多，请 5 秒后再试')
  })

  test('a refusal is worded by its rejection code, an unknown code is shown as it came', () => {
    const refused = (code: string, detail: string) => new ORPCError('REFUSED', { data: { code, detail } })
    expect(failureText(TEXTS.en, refused('wrong-state', ''))).toBe(
      'The state of the record does not allow this decision',
    )
    expect(failureText(TEXTS.en, refused('from-the-future', 'x'))).toBe('from-the-future (x)')
  })

  test('not allowed names the roles it needs', () => {
    const error = new ORPCError('NOT_ALLOWED', { data: { needs: ['ops-manager'] } })
    expect(failureText(TEXTS.zh, error)).toBe('没有权限，需要角色：运营主管')
  })

  test('anything else is a fault of the program with its message', () => {
    expect(failureOf(new Error('boom'))).toEqual({ kind: 'failed', detail: 'boom' })
    expect(failureOf(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'boom' }))).toEqual({
      kind: 'failed',
      detail: 'boom',
    })
  })
})

test('an outcome says why the platform refused', () => {
  expect(outcomeText(TEXTS.en, { kind: 'rejected', code: 'deposit-not-settled', detail: '' })).toBe(
    'Refused by the platform: The deposit is not settled',
  )
  expect(outcomeText(TEXTS.zh, { kind: 'conflict', currentVersion: 2, current: null })).toBe('记录已变化')
})
