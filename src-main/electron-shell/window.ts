import { BrowserWindow } from 'electron'
import { PAGE_ORIGIN } from './page-protocol.ts'
import { pagePreferences } from './security/page-preferences.ts'

/** Opens the one window; it is shown when the page has drawn its first picture, so that nothing flashes. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    autoHideMenuBar: true,
    title: 'Marketdesk',
    webPreferences: pagePreferences(preload),
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${PAGE_ORIGIN}/`)
  return window
}
