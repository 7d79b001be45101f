import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { UsageError } from './usage-error.ts'

/** MARKETDESK_PASSWORD, else asked for on the terminal without showing what is typed. @throws UsageError */
export async function askPassword(email: string): Promise<string> {
  const given = process.env.MARKETDESK_PASSWORD
  if (given) return given
  if (!process.stdin.isTTY) throw new UsageError('set MARKETDESK_PASSWORD, or run it on a terminal')
  process.stderr.write(`Password of ${email}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
