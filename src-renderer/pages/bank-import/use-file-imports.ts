import { useEffect, useState, useSyncExternalStore } from 'react'
import { FileImports, type ImportsState } from './file-imports.ts'
import { giveUp, preview, readFile, readMapped } from './read-file.ts'

/** The files of this visit; leaving the page gives up what was not imported. */
export function useFileImports(): { imports: FileImports; state: ImportsState } {
  const [imports] = useState(() => new FileImports({ readFile, readMapped, preview, giveUp }))
  const state = useSyncExternalStore(imports.subscribe, () => imports.state)
  useEffect(() => () => imports.leave(), [imports])
  return { imports, state }
}
