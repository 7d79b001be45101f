const MAPS = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})
const FONTS = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})
const DECODERS = import.meta.glob<string>('../../../node_modules/pdfjs-dist/wasm/*.wasm', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
})

const ADDRESS_BY_NAME = new Map(
  Object.entries({ ...MAPS, ...FONTS, ...DECODERS }).map(([path, address]) => [
    path.slice(path.lastIndexOf('/') + 1),
    address,
  ]),
)

/**
 * Gives the PDF library its character maps, standard fonts and decoders from our own origin. Without the maps
 * a Chinese document that names STSong-Light and does not embed it stays blank.
 */
export class OwnOriginResources {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const address = ADDRESS_BY_NAME.get(filename)
    if (address === undefined) throw new Error(`no PDF resource ${filename}`)
    const response = await fetch(address)
    if (!response.ok) throw new Error(`PDF resource ${filename}: HTTP ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}
