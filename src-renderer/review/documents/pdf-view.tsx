import { ActionIcon } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import classes from './document-viewer.module.css'
import { drawPage, PDF_PAGE_LIMIT } from './open-pdf.ts'
import { usePdf } from './use-pdf.ts'
import { FIT, ZoomBar } from './zoom-bar.tsx'

/** Space the sheet leaves around a page, CSS pixels. */
const MARGIN = 24

/** One page of a PDF at a time, drawn on a canvas. */
export function PdfView({ base64 }: { readonly base64: string }) {
  const texts = useTexts().review.viewer
  const pdf = usePdf(base64)
  const [number, setNumber] = useState(1)
  const [zoom, setZoom] = useState(FIT)
  const [unreadable, setUnreadable] = useState(false)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { ref: sheet, width } = useElementSize<HTMLDivElement>()
  const document = pdf.state === 'open' ? pdf.document : null

  useEffect(() => {
    if (document === null || canvas.current === null || width === 0) return
    const drawing = new AbortController()
    drawPage(document, number, canvas.current, (width - MARGIN) * zoom, drawing.signal).catch(() => {
      if (!drawing.signal.aborted) setUnreadable(true)
    })
    return () => drawing.abort()
  }, [document, number, zoom, width])

  if (pdf.state === 'unreadable' || unreadable) return <p className={classes.notice}>{texts.unreadable}</p>
  const pages = document === null ? 1 : Math.min(document.numPages, PDF_PAGE_LIMIT)
  return (
    <>
      <ZoomBar zoom={zoom} onZoom={setZoom}>
        <span className={classes.pages}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={texts.previous}
            disabled={number <= 1}
            onClick={() => setNumber(number - 1)}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
          {texts.page(number, pages)}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={texts.next}
            disabled={number >= pages}
            onClick={() => setNumber(number + 1)}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
        </span>
      </ZoomBar>
      <div className={classes.sheet} ref={sheet}>
        {document === null ? <LateLoader /> : null}
        <canvas ref={canvas} className={classes.page} />
        {document !== null && document.numPages > PDF_PAGE_LIMIT ? (
          <p className={classes.notice}>{texts.limited(PDF_PAGE_LIMIT)}</p>
        ) : null}
      </div>
    </>
  )
}
