import { spreadsheetText } from '../exports/spreadsheet-text.ts'

const FIRST_SIZE = 1024
/** Most bytes a UTF-16 unit takes. */
const UNIT = 3
/** Around a text and what marks it as one. */
const SLACK = 256

/**
 * XML as UTF-8, put into one buffer byte by byte: ropes of small strings cost ten times as much to make flat and to encode as
 * to make.
 */
export class XmlBytes {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE)
  #at = 0

  get length(): number {
    return this.#at
  }

  /** ASCII as it stands. */
  markup(ascii: string): void {
    const { length } = ascii
    const bytes = this.#room(length)
    for (let index = 0; index < length; index++) bytes[this.#at + index] = ascii.charCodeAt(index)
    this.#at += length
  }

  /** The words of a cell: as they stand where XML and spreadsheets read them so, else escaped. */
  words(text: string): void {
    this.markup('<t>')
    if (!this.#plain(text)) {
      this.#at -= '<t>'.length
      this.markup('<t xml:space="preserve">')
      const escaped = escapeXml(spreadsheetText(text))
      this.#at += this.#room(escaped.length * UNIT).write(escaped, this.#at)
    }
    this.markup('</t>')
  }

  /** What was put in since it was last taken. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#at))
    this.#at = 0
    return taken
  }

  /** Puts a text in, and tells whether it could stand as it is; where it could not, nothing of it is left. */
  #plain(text: string): boolean {
    const { length } = text
    if (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(length - 1))) return false
    const bytes = this.#room(length * UNIT)
    let at = this.#at
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index)
      if (unit < 0x80) {
        if (isSpecial(unit)) return false
        bytes[at++] = unit
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6)
        bytes[at++] = 0x80 | (unit & 0x3f)
      } else {
        // Halves of a pair, and what is no character.
        if ((unit >= 0xd800 && unit <= 0xdfff) || unit >= 0xfffe) return false
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
        bytes[at++] = 0x80 | (unit & 0x3f)
      }
    }
    this.#at = at
    return true
  }

  /** The buffer, with room for so many more bytes. */
  #room(more: number): Buffer {
    if (this.#at + more + SLACK > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (this.#bytes.length + more + SLACK))
      this.#bytes.copy(larger, 0, 0, this.#at)
      this.#bytes = larger
    }
    return this.#bytes
  }
}

/** Controls, DEL, what is markup, and what may begin an escape. */
function isSpecial(unit: number): boolean {
  return unit < 0x20 || unit === 0x26 || unit === 0x3c || unit === 0x3e || unit === 0x5f || unit === 0x7f
}

/** What readers may take off the ends of a text. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || unit === 0x1680) return true
  return unit >= 0x2000 && unit <= 0x206f
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
