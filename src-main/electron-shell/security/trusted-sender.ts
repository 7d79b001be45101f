import type { WebFrameMain } from 'electron'
import { PAGE_ORIGIN } from '../page-protocol.ts'

/** Electron security checklist 17 (validate the sender): only the top frame of our own page is listened to. */
export function isTrustedSender(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === PAGE_ORIGIN
}
