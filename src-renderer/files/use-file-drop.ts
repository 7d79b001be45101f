import { useEffect, useEffectEvent, useState } from 'react'

/** Takes files that are dropped anywhere in the window; true while some are held over it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const drop = useEffectEvent(onFiles)
  useEffect(() => {
    const listening = new AbortController()
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      window.addEventListener(
        type,
        (event) => {
          if (event.dataTransfer?.types.includes('Files') !== true) return
          // Without it the browser would open the file in place of the page.
          event.preventDefault()
          act(event)
        },
        { signal: listening.signal },
      )
    on('dragenter', () => setOver(true))
    on('dragover', () => setOver(true))
    on('dragleave', (event) => {
      // To nothing: it left the window, not only one part of it.
      if (event.relatedTarget === null) setOver(false)
    })
    on('drop', (event) => {
      setOver(false)
      drop([...(event.dataTransfer?.files ?? [])])
    })
    return () => listening.abort()
  }, [])
  return isOver
}
