import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import { bytesOfBase64 } from '#renderer/format/file-bytes.ts'
import { openPdf } from './open-pdf.ts'

type PdfState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly document: PDFDocumentProxy }
  | { readonly state: 'unreadable' }

/** A PDF that stays open while the caller is on screen. */
export function usePdf(base64: string): PdfState {
  const [pdf, setPdf] = useState<PdfState>({ state: 'opening' })
  useEffect(() => {
    let left = false
    const opened = openPdf(bytesOfBase64(base64))
    opened.document.then(
      (document) => {
        if (!left) setPdf({ state: 'open', document })
      },
      () => {
        if (!left) setPdf({ state: 'unreadable' })
      },
    )
    return () => {
      left = true
      opened.close()
    }
  }, [base64])
  return pdf
}
