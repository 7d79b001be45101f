import { columnLetter } from './sheet-cells.ts'
import type { SheetPart } from './sheet-part.ts'
import { escapeXml } from './xml-bytes.ts'
import type { ZipEntry } from './zip-stream.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a workbook needs beside its sheets, `sheet1.xml` being the one called `control`. */
export function bookParts(control: string, sheets: readonly SheetPart[]): ZipEntry[] {
  const names = [control, ...sheets.map(({ name }) => name)]
  return [
    { name: 'xl/workbook.xml', text: [workbook(names, sheets)] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(names.length)] },
    { name: 'xl/styles.xml', text: [STYLES_XML] },
    {
      name: '_rels/.rels',
      text: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    { name: '[Content_Types].xml', text: [contentTypes(names.length)] },
  ]
}

/** Its sheets; the heading of each is printed on every page. */
function workbook(names: readonly string[], sheets: readonly SheetPart[]): string {
  const listed = names.map(
    (name, at) => `<sheet name="${attribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const quoted = (name: string) => `'${escapeXml(name).replaceAll("'", "''")}'`
  const defined = sheets.flatMap(({ name, columns, rows }, at) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at + 1}" hidden="1">${quoted(name)}!$A$1:$${columnLetter(columns.length - 1)}$${rows + 1}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at + 1}">${quoted(name)}!$1:$1</definedName>`,
  ])
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`
}

function workbookRelations(sheets: number): string {
  const listed = Array.from(
    { length: sheets },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}${styles}</Relationships>`
}

function contentTypes(sheets: number): string {
  const listed = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${listed.join('')}</Types>`
  )
}

function attribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;')
}

/** In the order of `STYLES`: number format, font, border, further alignment. */
const CELLS: readonly (readonly [format: number, font: number, border: number, alignment: string])[] = [
  [0, 0, 0, ''],
  [49, 0, 0, ''],
  [4, 0, 0, ''],
  [164, 0, 0, ''],
  [165, 0, 0, ''],
  [3, 0, 0, ''],
  [10, 0, 0, ''],
  [49, 1, 0, ''],
  [49, 1, 0, '<alignment horizontal="right"/>'],
  [49, 1, 1, ''],
  [4, 1, 1, ''],
  [3, 1, 1, ''],
  [49, 1, 0, ''],
  [49, 0, 0, '<alignment vertical="top" wrapText="1"/>'],
  [49, 2, 0, ''],
]

const FONT = '<name val="Calibri"/><family val="2"/>'
const STYLES_XML =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
  `<fonts count="3"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font><font><b/><sz val="14"/>${FONT}</font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style="thin"><color auto="1"/></top><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${CELLS.length}">${CELLS.map(
    ([format, font, border, alignment]) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"${
        alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`
      }`,
  ).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><b/><color rgb="FFFFFFFF"/></font><fill><patternFill patternType="solid"><bgColor rgb="FFC00000"/></patternFill></fill></dxf></dxfs></styleSheet>'
