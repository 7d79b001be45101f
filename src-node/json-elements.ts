import { setImmediate } from 'node:timers/promises'

const [QUOTE, BACKSLASH, COMMA] = ['"', '\\', ','].map((each) => each.charCodeAt(0))
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = ['[', ']', '{', '}'].map((each) => each.charCodeAt(0))
const BLANKS: readonly number[] = [0x20, 0x09, 0x0a, 0x0d]

/**
 * The elements of a JSON array that comes in chunks of UTF-8, some at a time: a long one is neither held nor parsed in
 * one go, and others have their turn in between.
 * @throws SyntaxError where the chunks together are no JSON array; elements may have been given before.
 */
export async function* jsonElements(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<unknown[]> {
  const cutter = new ArrayCutter()
  let isFirst = true
  for await (const chunk of chunks) {
    const whole = cutter.add(chunk)
    if (whole === null) continue
    yield elementsOf(whole, false)
    isFirst = false
    await setImmediate()
  }
  yield elementsOf(cutter.end(), isFirst)
}

/** `mayBeEmpty`: beside a comma something has to stand. */
function elementsOf(text: string, mayBeEmpty: boolean): unknown[] {
  const elements: unknown[] = JSON.parse(`[${text}]`)
  if (elements.length === 0 && !mayBeEmpty) throw new SyntaxError('An element is missing.')
  return elements
}

/** Cuts the text of an array at commas between its elements. What lies between is not looked at. */
class ArrayCutter {
  #held: Uint8Array[] = []
  #depth = 0
  #isInString = false
  #isEscaped = false
  #isOver = false

  /** The elements that are whole with this chunk, as they stand between brackets; null where none is. */
  add(chunk: Uint8Array): string | null {
    let [start, end, comma] = [0, chunk.length, -1]
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (this.#isInString) this.#readString(byte)
      else if (byte === QUOTE && this.#depth > 0) this.#isInString = true
      else if (byte === COMMA && this.#depth === 1) comma = at
      else if (this.#depth === 0) {
        if (BLANKS.includes(byte)) continue
        if (byte !== OPEN_LIST || this.#isOver) throw new SyntaxError('This is no JSON array.')
        this.#depth = 1
        start = at + 1
      } else if (byte === OPEN_LIST || byte === OPEN) this.#depth += 1
      else if (byte === CLOSE_LIST || byte === CLOSE) {
        this.#depth -= 1
        if (this.#depth > 0) continue
        if (byte !== CLOSE_LIST) throw new SyntaxError('This is no JSON array.')
        this.#isOver = true
        end = at
      }
    }
    if (this.#depth === 0 && !this.#isOver) return null
    this.#held.push(chunk.subarray(start, comma === -1 ? end : comma))
    if (comma === -1) return null
    const whole = this.#take()
    this.#held.push(chunk.subarray(comma + 1, end))
    return whole
  }

  /** What is left after the last chunk. */
  end(): string {
    if (!this.#isOver) throw new SyntaxError('The JSON array does not end.')
    return this.#take()
  }

  #readString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (byte === BACKSLASH) this.#isEscaped = true
    else if (byte === QUOTE) this.#isInString = false
  }

  #take(): string {
    const text = Buffer.concat(this.#held).toString('utf8')
    this.#held = []
    return text
  }
}
