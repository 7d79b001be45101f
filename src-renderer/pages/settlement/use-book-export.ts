import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { client } from '#renderer/engine-client/engine.ts'
import { bytesOfBase64 } from '#renderer/format/file-bytes.ts'
import { savePieces } from '#renderer/format/save-file.ts'
import type { Language } from '#renderer/i18n/words.ts'
import type { TableFormat } from '#shared/contracts/console-engine/files.ts'
import type { SettlementFilter } from '#shared/contracts/console-engine/settlement.ts'
import type { WholeBook } from '#shared/contracts/console-engine/settlement-book.ts'

interface BookAsked {
  readonly filter: SettlementFilter
  readonly language: Language
  readonly format: TableFormat
}

interface BookHeard {
  readonly onDone: (whole: WholeBook) => void
  readonly onError: (error: unknown) => void
}

/** A settlement workbook on its way: nothing of it is saved before the whole is here. Leaving the page gives it up. */
export function useBookExport({ onDone, onError }: BookHeard) {
  /** How far it is, of 1000; null while none is made. */
  const [share, setShare] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)

  const cancel = () => {
    running.current?.abort()
    running.current = null
    setShare(null)
  }

  const start = async (asked: BookAsked) => {
    cancel()
    const own = new AbortController()
    running.current = own
    setShare(0)
    let exportId: string | null = null
    try {
      const begun = await client.settlement.book.begin(asked)
      exportId = begun.exportId
      const pieces: Uint8Array<ArrayBuffer>[] = []
      while (!own.signal.aborted) {
        const piece = await client.settlement.book.next({ exportId })
        if (own.signal.aborted) break
        pieces.push(bytesOfBase64(piece.base64))
        setShare(piece.share)
        if (piece.whole === null) continue
        savePieces(begun.fileName, begun.mediaType, pieces)
        onDone(piece.whole)
        cancel()
        return
      }
      client.settlement.book.cancel({ exportId }).catch(() => undefined)
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
