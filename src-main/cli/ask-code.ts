import { createInterface } from 'node:readline/promises'
import { PlatformFailure } from '#main/engine/platform-client/platform-failure.ts'
import { UsageError } from './usage-error.ts'

/**
 * Signs in with the code of MARKETDESK_TOTP, or without one; where one is asked it is asked for on the terminal.
 * @throws UsageError where a second factor has to be set up first
 */
export async function withCode<T>(signIn: (code?: string) => Promise<T>): Promise<T> {
  const given = process.env.MARKETDESK_TOTP
  try {
    return await signIn(given)
  } catch (error) {
    if (!(error instanceof PlatformFailure) || error.asked === null) throw error
    if (error.asked.secret !== null) {
      throw new UsageError('these roles need a second factor: sign in at the desk once and set it up')
    }
    if (given || !process.stdin.isTTY) throw error
    return signIn(await askCode())
  }
}

async function askCode(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question('Code of the second factor: ')
  } finally {
    terminal.close()
  }
}
