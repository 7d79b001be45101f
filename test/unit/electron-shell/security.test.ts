import type { Session, WebContents, WebFrameMain } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { pagePreferences } from '#main/electron-shell/security/page-preferences.ts'
import { refuseNavigation } from '#main/electron-shell/security/refuse-navigation.ts'
import { refusePermissions } from '#main/electron-shell/security/refuse-permissions.ts'
import { refuseWebviews } from '#main/electron-shell/security/refuse-webviews.ts'
import { refuseWindows } from '#main/electron-shell/security/refuse-windows.ts'
import { isTrustedSender } from '#main/electron-shell/security/trusted-sender.ts'
import { openWindow } from '#main/electron-shell/window.ts'
import { ContentsDouble, electronDouble } from './electron-double.ts'

vi.mock('electron', async () => (await import('./electron-double.ts')).electronModule())

let double: ContentsDouble
let contents: WebContents

beforeEach(() => {
  double = new ContentsDouble()
  contents = double as unknown as WebContents
})

test('the page runs sandboxed, isolated and without Node', () => {
  expect(pagePreferences('/preload.cjs')).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  })
})

test('the window opens our own page with these preferences and nothing from the network', () => {
  openWindow('/preload.cjs')
  expect(electronDouble.windows).toHaveLength(1)
  expect(electronDouble.windows[0]?.url).toBe('app://marketdesk/')
  expect(electronDouble.windows[0]?.options.webPreferences).toEqual(pagePreferences('/preload.cjs'))
})

test('navigation is refused, in frames and by redirect too', () => {
  refuseNavigation(contents)
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    expect(double.prevents(name), name).toBe(true)
  }
})

test('new windows are refused', () => {
  refuseWindows(contents)
  expect(double.windowOpenHandler?.()).toEqual({ action: 'deny' })
})

test('webviews are refused', () => {
  refuseWebviews(contents)
  expect(double.prevents('will-attach-webview')).toBe(true)
})

test('permissions are refused, all but writing the clipboard; devices too', () => {
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
  }
  refusePermissions(session as unknown as Session)
  const [request] = session.setPermissionRequestHandler.mock.calls[0] ?? []
  const [check] = session.setPermissionCheckHandler.mock.calls[0] ?? []
  const [device] = session.setDevicePermissionHandler.mock.calls[0] ?? []
  const asked = (permission: string) => {
    const decide = vi.fn()
    request(null, permission, decide)
    return decide.mock.calls[0]?.[0]
  }
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'clipboard-read',
    'fileSystem',
  ]) {
    expect(asked(permission), permission).toBe(false)
    expect(check(null, permission), permission).toBe(false)
  }
  expect(asked('clipboard-sanitized-write')).toBe(true)
  expect(device()).toBe(false)
})

test('only the top frame of our own page is listened to', () => {
  const frame = (origin: string, parent: object | null) => ({ origin, parent }) as unknown as WebFrameMain
  expect(isTrustedSender(frame('app://marketdesk', null))).toBe(true)
  expect(isTrustedSender(frame('app://marketdesk', {}))).toBe(false)
  expect(isTrustedSender(frame('https://example.com', null))).toBe(false)
  expect(isTrustedSender(null)).toBe(false)
})
