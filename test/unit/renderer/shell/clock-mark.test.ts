import { describe, expect, it } from 'vitest'
import { format } from '#renderer/i18n/zh/format.ts'
import { clockText } from '#renderer/shell/status/clock-mark.tsx'

const on = (state: 'running' | 'warn' | 'overdue', workingDaysLeft: number) =>
  clockText({ state, workingDaysLeft, dueOn: '2026-11-20', provisional: false }, format)

describe('the clock of a review, in words', () => {
  it('counts the working days that are left', () => expect(on('running', 2)).toBe('剩 2 个工作日'))
  it('says that today is the last day', () => expect(on('warn', 0)).toBe('今日到期'))
  it('says on a Sunday that Friday was the last day', () => expect(on('overdue', 0)).toBe('已逾期'))
  it('counts the working days that have passed since', () =>
    expect(on('overdue', -3)).toBe('已逾期 3 个工作日'))
})
