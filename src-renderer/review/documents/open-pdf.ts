import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { OwnOriginResources } from './pdf-resources.ts'

/** Pages beyond this many are not shown: evidence is a few pages, a bomb is thousands. */
export const PDF_PAGE_LIMIT = 200
/** Pixels of one decoded image; larger ones are left out. */
const IMAGE_PIXEL_LIMIT = 50_000_000
/** Pixels of the canvas a page is drawn on. */
const CANVAS_PIXEL_LIMIT = 16_000_000

GlobalWorkerOptions.workerSrc = workerAddress

interface OpenedPdf {
  readonly document: Promise<PDFDocumentProxy>
  readonly close: () => void
}

/** Opens a PDF of unknown origin: no forms, no scripts, bounded images. Takes over `bytes`. */
export function openPdf(bytes: Uint8Array): OpenedPdf {
  const task = getDocument({
    data: bytes,
    BinaryDataFactory: OwnOriginResources,
    useWorkerFetch: false,
    enableXfa: false,
    disableWorkerRendering: true,
    maxImageSize: IMAGE_PIXEL_LIMIT,
    verbosity: 0,
  })
  return { document: task.promise, close: () => void task.destroy() }
}

/** Draws one page (from 1) so that it is `width` CSS pixels wide; answers the height. Stops on `signal`. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  signal: AbortSignal,
): Promise<void> {
  const page = await document.getPage(number)
  if (signal.aborted) return
  const natural = page.getViewport({ scale: 1 })
  const scale = width / natural.width
  const wanted = scale * window.devicePixelRatio
  const most = Math.sqrt(CANVAS_PIXEL_LIMIT / (natural.width * natural.height))
  const viewport = page.getViewport({ scale: Math.min(wanted, most) })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  canvas.style.width = `${Math.floor(width)}px`
  canvas.style.height = `${Math.floor(natural.height * scale)}px`
  const drawing = page.render({ canvas, viewport })
  signal.addEventListener('abort', () => drawing.cancel(), { once: true })
  await drawing.promise.catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}
