import type { WebPreferences } from 'electron'

/**
 * Electron security checklist 2, 3, 4, 5, 6, 8: the page runs in Chromium's sandbox, apart from the preload's world,
 * without Node, with the web's own security on, and without experimental features.
 */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  }
}
