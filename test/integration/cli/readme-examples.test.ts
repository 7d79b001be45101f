import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cli, cliReading } from '#test/unit/cli/cli-run.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

interface Example {
  readonly words: readonly string[]
  /** What standard input is read from. */
  readonly input: string | null
}

const EXAMPLES = readFileSync(`${ROOT}README.md`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('npx marketdesk '))
  .map((line): Example => {
    const [command = '', input = null] = (line.split(' #')[0] ?? '').trim().split(' < ')
    return { words: command.split(' ').slice(2), input }
  })
/** A word that stands for something of the reader's own, or a command that reads a copy or goes on until it is ended. */
const waitsForReader = ({ words }: Example) =>
  words.some((word) => /^[A-Z]/.test(word) || ['serve', 'sync', 'lookup', 'board', 'demo'].includes(word))
const named = (examples: readonly Example[]) =>
  examples.map((example) => [example.words.join(' '), example] as const)

test.each(named(EXAMPLES.filter((example) => !waitsForReader(example))))(
  'the example of the README runs as printed: %s',
  async (_, { words, input }) => {
    const args = words.map((word) => (/^(?:test|docs|resources)\//.test(word) ? `${ROOT}${word}` : word))
    const text = input === null ? '' : await readFile(`${ROOT}${input}`, 'utf8')
    const { code, out, errors } = await cliReading(text, ...args)
    expect([code < 2, errors]).toEqual([true, ''])
    expect(out).not.toBe('')
  },
)

test.each(named(EXAMPLES.filter(waitsForReader)))(
  'the example of the README names a command that there is, with options it takes: %s',
  async (_, { words }) => {
    const command = words.join(' ').split(/ (?=[^a-z])/)[0] ?? ''
    const { code, out } = await cli(...command.split(' '), '--help')
    expect(code).toBe(0)
    for (const option of words.filter((word) => word.startsWith('--'))) expect(out).toContain(option)
  },
)
