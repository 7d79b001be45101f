import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, ipcMain, powerMonitor, protocol, session } from 'electron'
import { isKeyInUse } from '#main/engine/storage/keys/in-use.ts'
import { packageRoot } from '#node/package-root.ts'
import { passAddress } from '#node/plain-http.ts'
import { ENGINE_PORT_MESSAGES } from '#shared/contracts/console-engine/transport.ts'
import { EngineSupervisor } from './engine-supervisor.ts'
import { declarePageScheme, servePage } from './page-protocol.ts'
import { refuseNavigation } from './security/refuse-navigation.ts'
import { refusePermissions } from './security/refuse-permissions.ts'
import { refuseWebviews } from './security/refuse-webviews.ts'
import { refuseWindows } from './security/refuse-windows.ts'
import { isTrustedSender } from './security/trusted-sender.ts'
import { shellOptions } from './shell-options.ts'
import { vaultKey } from './vault-key.ts'
import { openWindow } from './window.ts'

const PRELOAD = fileURLToPath(new URL('../preload/index.cjs', import.meta.url))
const ENGINE = fileURLToPath(new URL('./engine-process.js', import.meta.url))

const { plainHttp, ...options } = shellOptions(process.argv)
app.setPath('userData', join(options.dataFolder, 'window'))
app.enableSandbox()
declarePageScheme()
if (app.requestSingleInstanceLock()) app.whenReady().then(run).catch(giveUp)
else app.quit()

async function run(): Promise<void> {
  passAddress(options.platformUrl, plainHttp, console.warn)
  servePage(protocol, fileURLToPath(new URL('out/page', packageRoot(import.meta.url))))
  refusePermissions(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents)
    refuseWindows(contents)
    refuseWebviews(contents)
  })
  const start = {
    kind: 'start',
    ...options,
    vaultKey: await vaultKey(join(options.dataFolder, 'vault.sealed'), isKeyInUse(options.dataFolder)),
  } as const
  const fellTooOften = () => stopWith('引擎反复意外退出。\nThe engine ended unexpectedly again and again.')
  const engine = new EngineSupervisor({ program: ENGINE, start, now: Date.now, giveUp: fellTooOften })

  ipcMain.on(ENGINE_PORT_MESSAGES.ask, (event) => {
    if (isTrustedSender(event.senderFrame)) engine.connect(event.sender)
  })
  const window = openWindow(PRELOAD)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  window.on('focus', () => engine.nudge('focus'))
  powerMonitor.on('resume', () => engine.nudge('resume'))
  app.on('window-all-closed', () => void engine.stop().then(() => app.exit(0)))
}

function giveUp(error: unknown): void {
  stopWith(error instanceof Error ? error.message : String(error))
}

function stopWith(message: string): void {
  dialog.showErrorBox('Marketdesk', message)
  app.exit(1)
}
