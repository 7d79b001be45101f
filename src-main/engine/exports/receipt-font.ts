import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Path of the typeface of receipts: Noto Sans with all characters of GB 18030's first plane. It is looked up as a
 * package from where this module lies, so that the sources and the bundle in `out/` find the same file.
 */
export function receiptFont(weight: 'Regular' | 'Bold'): string {
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')
  return join(entry, '../../fonts', `NotoSansHans-${weight}.otf`)
}
