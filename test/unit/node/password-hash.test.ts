import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '#node/password-hash.ts'

it('knows the right password, no other, and nobody', async () => {
  const stored = await hashPassword('密码 with spaces', randomBytes)
  expect(await verifyPassword('密码 with spaces', stored)).toBe(true)
  expect(await verifyPassword('密码 with space', stored)).toBe(false)
  expect(await verifyPassword('密码 with spaces', null)).toBe(false)
})

it('hashes the same password to another text each time', async () => {
  expect(await hashPassword('a', randomBytes)).not.toBe(await hashPassword('a', randomBytes))
})
