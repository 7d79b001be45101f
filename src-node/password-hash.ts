import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

const derive = promisify(argon2)

/** Argon2id with 19 MiB, 2 passes, 1 lane: the OWASP password storage minimum. Memory in KiB. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_BYTES = 32
const SALT_BYTES = 16

/** Stored with its cost, so that the cost can be raised later. */
const storedSchema = z.strictObject({
  algorithm: z.literal('argon2id'),
  memory: z.int().positive(),
  passes: z.int().positive(),
  parallelism: z.int().positive(),
  salt: z.base64(),
  tag: z.base64(),
})

export async function hashPassword(
  password: string,
  randomBytes: (count: number) => Uint8Array,
): Promise<string> {
  const nonce = randomBytes(SALT_BYTES)
  const tag = await derive('argon2id', { message: password, nonce, tagLength: TAG_BYTES, ...COST })
  return JSON.stringify({
    algorithm: 'argon2id',
    ...COST,
    salt: Buffer.from(nonce).toString('base64'),
    tag: tag.toString('base64'),
  })
}

/** Whether a password is the hashed one. With null (nobody has this address) it works as long and says no. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { salt, tag, algorithm, ...cost } = stored === null ? NOBODY : storedSchema.parse(JSON.parse(stored))
  const expected = Buffer.from(tag, 'base64')
  const found = await derive(algorithm, {
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    tagLength: expected.byteLength,
    ...cost,
  })
  return timingSafeEqual(found, expected) && stored !== null
}

const NOBODY: z.infer<typeof storedSchema> = {
  algorithm: 'argon2id',
  ...COST,
  salt: Buffer.alloc(SALT_BYTES).toString('base64'),
  tag: Buffer.alloc(TAG_BYTES).toString('base64'),
}
