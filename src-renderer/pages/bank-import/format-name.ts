import type { Texts } from '#renderer/i18n/texts.ts'
import { anyBank } from '#shared/bank-statements/layouts/any-bank.ts'
import { LAYOUTS } from '#shared/bank-statements/layouts/layouts.ts'
import type { Bilingual } from '#shared/base/bilingual.ts'

/** The format of a file in words: a bank's layout by its name, a message format by its own; else as it came. */
export function formatName(
  key: string,
  texts: Texts['bankImport'],
  say: (text: Bilingual) => string,
): string {
  const layout = [...LAYOUTS, anyBank].find(({ id }) => id === key)
  if (layout !== undefined) return say(layout.name)
  const messages: Readonly<Record<string, string>> = texts.format
  return messages[key] ?? key
}

/** The encoding of a file in words; an unknown one as it came. */
export function encodingName(key: string, texts: Texts['bankImport']): string {
  const names: Readonly<Record<string, string>> = texts.encoding
  return names[key] ?? key
}
