import { expect, it } from 'vitest'
import { Gate } from '#platform/vendor-api/gate.ts'

it('runs as many at once as it is wide, keeps a few waiting and refuses the rest', async () => {
  const gate = new Gate(1, 1)
  const opened = Promise.withResolvers<void>()
  const order: string[] = []
  const first = gate.pass(async () => {
    await opened.promise
    order.push('first')
    return 1
  })
  const second = gate.pass(async () => order.push('second'))
  expect(await gate.pass(async () => 3)).toBeNull()
  opened.resolve()
  expect(await first).toBe(1)
  await second
  expect(order).toEqual(['first', 'second'])
})

it('lets the next one in when one failed', async () => {
  const gate = new Gate(1, 1)
  await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await gate.pass(async () => 'in')).toBe('in')
})
