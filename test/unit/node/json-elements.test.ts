import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonElements } from '#node/json-elements.ts'

/** What is read from a text that comes in chunks of so many bytes; null where it is refused. */
async function elements(text: string, size: number): Promise<unknown[] | null> {
  async function* chunks() {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const found: unknown[] = []
  try {
    for await (const some of jsonElements(chunks())) found.push(...some)
    return found
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What JSON.parse makes of it, where that is an array. */
function parsed(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const size = fc.integer({ min: 1, max: 40 })

it('gives what parsing the whole array gives, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), size, async (values, at) => {
      const text = JSON.stringify(values)
      expect(await elements(text, at)).toEqual(JSON.parse(text))
    }),
    { numRuns: 300 },
  )
})

it('refuses what parsing the whole would refuse, and nothing else', async () => {
  const torn = fc
    .array(fc.constantFrom('[', ']', '{', '}', ',', '"', '\\', '1', '"a"', ':', ' ', '\n', '"},{"', '你'), {
      maxLength: 14,
    })
    .map((parts) => parts.join(''))
  const nearly = fc.tuple(fc.array(fc.jsonValue()), torn, fc.nat()).map(([values, more, at]) => {
    const text = JSON.stringify(values)
    const place = at % (text.length + 1)
    return text.slice(0, place) + more + text.slice(place)
  })
  await fc.assert(
    fc.asyncProperty(fc.oneof(torn, nearly), size, async (text, at) => {
      expect(await elements(text, at)).toEqual(parsed(text))
    }),
    {
      numRuns: 1500,
      examples: [
        '',
        '[',
        ']',
        '[]',
        ' [ ] ',
        '[1}',
        '[1,]',
        '[,1]',
        '[1,,2]',
        '[1] 2',
        '[[1}]',
        '["a]"]',
        '[1][2]',
        '[1],[2]',
      ].flatMap((text) => [[text, 1] as [string, number], [text, 40] as [string, number]]),
    },
  )
})
