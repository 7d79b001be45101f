import { z } from 'zod'
import { BadInput } from '../../bad-input.ts'

/** Where a window ended: the sort key and the id of its last row. Opaque to the page. */
const cursorSchema = z.tuple([z.union([z.string(), z.number()]), z.string()])
export type Cursor = Readonly<z.infer<typeof cursorSchema>>

export function cursorText(cursor: Cursor): string {
  return JSON.stringify(cursor)
}

/** @throws BadInput where the text is none of ours. */
export function parseCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new BadInput('the cursor of the window is not one this engine gave', { cause })
  }
}
