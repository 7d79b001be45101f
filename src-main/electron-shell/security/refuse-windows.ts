import type { WebContents } from 'electron'

/** Electron security checklist 14 and 15 (new windows, openExternal): no page opens a window or another program. */
export function refuseWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
