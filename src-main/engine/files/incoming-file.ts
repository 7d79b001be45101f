import { BadInput } from '../bad-input.ts'

/** A file on its way from a page, piece by piece. */
export class IncomingFile {
  readonly name: string
  readonly type: string
  readonly #size: number
  #pieces: Uint8Array[] = []
  #came = 0

  /** `size`: how many bytes will come. */
  constructor({ name, type, size }: { name: string; type: string; size: number }) {
    this.name = name
    this.type = type
    this.#size = size
  }

  /** Answers how many bytes have come. @throws BadInput where they are more than was said. */
  add(piece: Uint8Array): number {
    if (this.#came + piece.byteLength > this.#size) throw new BadInput('more bytes came than were announced')
    this.#came += piece.byteLength
    this.#pieces.push(piece)
    return this.#came
  }

  /** All of it. @throws BadInput where some are missing. */
  whole(): Uint8Array {
    if (this.#came !== this.#size) throw new BadInput('fewer bytes came than were announced')
    return Buffer.concat(this.#pieces)
  }

  async close(): Promise<void> {
    this.#pieces = []
  }
}
