import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeGb18030 } from '#main/engine/exports/gb18030.ts'

const decode = (bytes: Uint8Array) =>
  new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes)

it('has the codes of the standard', () => {
  expect(encodeGb18030('A中€㐀𠮷').toString('hex')).toBe('41d6d0a2e38139ee399534b235')
})

it('reads back every character of the first plane, but those it has no code for', () => {
  const lost: string[] = []
  for (let point = 0; point < 0x10000; point++) {
    const character = String.fromCodePoint(point)
    const isSurrogate = point >= 0xd800 && point <= 0xdfff
    if (!isSurrogate && decode(encodeGb18030(character)) !== character) lost.push(point.toString(16))
  }
  // Private use characters that newer editions of the standard moved elsewhere, and the sign for what is unreadable.
  expect(lost.filter((point) => !/^e[0-9a-f]{3}$|^f[0-8][0-9a-f]{2}$|^fffd$/.test(point))).toEqual([])
})

it('reads any text back', () => {
  const characters = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(characters, (text) => {
      const read = decode(encodeGb18030(text))
      expect([...read].filter((each, at) => each !== [...text][at] && each !== '?')).toEqual([])
    }),
  )
})

it('says ? for half a character', () => {
  expect(encodeGb18030('a\u{D800}b').toString('latin1')).toBe('a?b')
})
