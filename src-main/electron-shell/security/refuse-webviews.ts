import type { WebContents } from 'electron'

/** Electron security checklist 11 and 12 (webviews): none is ever attached. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
