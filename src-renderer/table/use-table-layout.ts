import { useCallback, useEffect, useRef, useState } from 'react'
import { usePreference } from '../engine-client/use-preference.ts'
import { AS_DESIGNED, type TableLayout, tableLayoutSchema } from './layout.ts'

const SAVE_AFTER_MS = 400

/** The layout of a table, remembered by the engine; `known` is false until it is, so that columns never jump. */
export function useTableLayout(name: string): {
  layout: TableLayout
  known: boolean
  change: (change: (layout: TableLayout) => TableLayout) => void
} {
  const { value, known, save } = usePreference(`table.${name}`, tableLayoutSchema)
  const [edited, setEdited] = useState<TableLayout | null>(null)
  const layout = edited ?? value ?? AS_DESIGNED
  const newest = useRef(layout)
  newest.current = layout

  const unsaved = useRef<TableLayout | null>(null)
  const saveNow = useCallback(() => {
    if (unsaved.current !== null) save(unsaved.current)
    unsaved.current = null
  }, [save])
  useEffect(() => {
    if (edited === null) return
    unsaved.current = edited
    const timer = window.setTimeout(saveNow, SAVE_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [edited, saveNow])
  // Who arranges a table and leaves at once has arranged it all the same.
  useEffect(() => saveNow, [saveNow])

  const change = useCallback((next: (layout: TableLayout) => TableLayout) => {
    newest.current = next(newest.current)
    setEdited(newest.current)
  }, [])
  return { layout, known, change }
}
