/**
 * A one-page A4 document as vendors scan them: title, fields, a stamp. The Chinese font is named and not
 * embedded (STSong-Light, UniGB-UCS2-H), as government software writes it: a viewer must bring the glyphs.
 */
export function documentPdf(
  title: string,
  fields: readonly (readonly [label: string, value: string])[],
): Buffer {
  const line = (text: string, size: number, x: number, y: number) =>
    `BT /F1 ${size} Tf ${x} ${y} Td <${hexUcs2(text)}> Tj ET`
  const content = [
    '0.35 0.35 0.4 RG 1.5 w 48 60 499 722 re S',
    line(title, 26, Math.round(297 - title.length * 13), 700),
    ...fields.flatMap(([label, value], at) => [
      line(label, 13, 90, 630 - at * 34),
      line(value.slice(0, 34), 13, 210, 630 - at * 34),
      `0.8 0.8 0.82 RG 0.5 w 205 ${624 - at * 34} m 510 ${624 - at * 34} l S`,
    ]),
    stamp(430, 170, 55),
    '0.8 0.1 0.1 rg',
    line('样本印章', 14, 402, 165),
  ].join('\n')
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ])
}

function hexUcs2(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}

/** A circle of four Bézier curves, stroked in red. */
function stamp(x: number, y: number, radius: number): string {
  const k = radius * 0.5523
  return [
    `0.8 0.1 0.1 RG 3 w ${x + radius} ${y} m`,
    `${x + radius} ${y + k} ${x + k} ${y + radius} ${x} ${y + radius} c`,
    `${x - k} ${y + radius} ${x - radius} ${y + k} ${x - radius} ${y} c`,
    `${x - radius} ${y - k} ${x - k} ${y - radius} ${x} ${y - radius} c`,
    `${x + k} ${y - radius} ${x + radius} ${y - k} ${x + radius} ${y} c S`,
  ].join('\n')
}

function assemble(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = Buffer.byteLength(body, 'latin1')
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const xref = Buffer.byteLength(body, 'latin1')
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(body, 'latin1')
}
