import type { WebContents } from 'electron'

/** Electron security checklist 13 (limit navigation): the page stays the page; its router never leaves the document. */
export function refuseNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
}
