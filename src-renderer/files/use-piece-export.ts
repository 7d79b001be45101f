import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { bytesOfBase64 } from '#renderer/format/file-bytes.ts'
import { savePieces } from '#renderer/format/save-file.ts'

/** What makes a file piece by piece; `whole` says what it holds, with the last piece. */
interface PieceSource<Asked, Whole> {
  readonly begin: (asked: Asked) => Promise<{ exportId: string; fileName: string; mediaType: string }>
  readonly next: (of: { exportId: string }) => Promise<{ base64: string; share: number; whole: Whole | null }>
  readonly cancel: (of: { exportId: string }) => Promise<unknown>
}

interface PieceHeard<Whole> {
  readonly onDone: (whole: Whole) => void
  readonly onError: (error: unknown) => void
}

/** A file on its way: nothing of it is saved before the whole is here. Leaving the page gives it up. */
export function usePieceExport<Asked, Whole>(
  source: PieceSource<Asked, Whole>,
  { onDone, onError }: PieceHeard<Whole>,
) {
  /** How far it is, of 1000; null while none is made. */
  const [share, setShare] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)

  const cancel = () => {
    running.current?.abort()
    running.current = null
    setShare(null)
  }

  const start = async (asked: Asked) => {
    cancel()
    const own = new AbortController()
    running.current = own
    setShare(0)
    let exportId: string | null = null
    try {
      const begun = await source.begin(asked)
      exportId = begun.exportId
      const pieces: Uint8Array<ArrayBuffer>[] = []
      while (!own.signal.aborted) {
        const piece = await source.next({ exportId })
        if (own.signal.aborted) break
        pieces.push(bytesOfBase64(piece.base64))
        setShare(piece.share)
        if (piece.whole === null) continue
        savePieces(begun.fileName, begun.mediaType, pieces)
        onDone(piece.whole)
        cancel()
        return
      }
      source.cancel({ exportId }).catch(() => undefined)
    } catch (error) {
      // The engine gives up by itself what nobody asks for.
      if (own.signal.aborted) return
      cancel()
      onError(error)
    }
  }

  const leave = useEffectEvent(() => running.current?.abort())
  useEffect(() => () => leave(), [])
  return { share, start, cancel }
}
