import { create } from 'qrcode'

/** The modules of a QR code, row by row; true is dark. A seventh of it may be lost. */
export function qrModules(text: string): boolean[][] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const places = Array.from({ length: modules.size }, (_, at) => at)
  return places.map((row) => places.map((column) => modules.get(row, column) === 1))
}
