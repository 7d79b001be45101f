import { expect, test } from 'vitest'
import { pauseBeforeRestart } from '../../../tools/start/restarts.ts'

const MINUTE = 60_000

test('a platform that ended by itself is started again, after a pause that doubles with each end', () => {
  expect(pauseBeforeRestart([0])).toBe(1_000)
  expect(pauseBeforeRestart([0, MINUTE])).toBe(2_000)
  expect(pauseBeforeRestart([0, 1, 2, 3, 4])).toBe(16_000)
})

test('the sixth end within ten minutes is no accident: it is not started again', () => {
  expect(pauseBeforeRestart([0, 1, 2, 3, 4, 5])).toBeNull()
})

test('ends of more than ten minutes ago do not count', () => {
  expect(pauseBeforeRestart([0, 1, 2, 3, 4, 11 * MINUTE])).toBe(1_000)
})
