import type { Words } from '../words.ts'
import type { commands as original } from '../zh/commands.ts'
import { numbered } from './numbered.ts'

export const commands: Words<typeof original> = {
  undo: 'Undo',
  undone: (what) => `Undone: ${what}`,
  undoTooLate: 'Already on its way to the platform; it cannot be undone',
  undoLast: 'Undo the last',
  strip: 'Decided just now',
  look: 'Open',
  several: (count, last) => `${numbered(count, 'decision', 'decisions')} · ${last}`,
  failed: (what, why) => `“${what}” was not submitted: ${why}`,
}
