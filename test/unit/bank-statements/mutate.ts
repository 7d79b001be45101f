import fc from 'fast-check'

/** What happens to a file on its way: a byte turns over, a part is lost, a part comes twice. */
export const mutation = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'repeat'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  byte: fc.integer({ min: 0, max: 255 }),
})
export type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never

export function mutate(bytes: Uint8Array, { kind, at, length, byte }: Mutation): Uint8Array {
  const from = Math.floor(at * bytes.length)
  if (bytes.length === 0) return bytes
  if (kind === 'flip') return bytes.with(from, byte)
  const until = kind === 'cut' ? from + length : Math.max(0, from - length)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(until)])
}
