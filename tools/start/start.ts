import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dataFolder } from '../../src-node/data-folder.ts'
import { FolderInUse } from '../../src-node/instance-lock.ts'
import { build } from '../build/build.ts'
import { ROOT, StepFailed, startNode, stop } from '../processes.ts'
import { electronBinary } from './electron-binary.ts'
import { freePort } from './free-port.ts'
import { setDemoAside } from './fresh-demo.ts'
import { keepPort, portFor } from './kept-port.ts'
import { openBrowser } from './open-browser.ts'
import { type StartOptions, startOptions, USAGE } from './options.ts'
import { pauseBeforeRestart } from './restarts.ts'
import { waitUntilAnswers } from './wait-until-answers.ts'

const PLATFORM_PORT = 7420
const CONSOLE_PORT = 7421
/** A first sync makes much that lives shortly: a small nursery halves its memory at the same speed. */
const NURSERY_FLAG = '--max-semi-space-size=8'
/** An Electron that cannot start (no sandbox, a library is missing) says so within this time. */
const ELECTRON_TRIAL_MS = 3000

/** Builds, starts the reference platform and the console, and stays until the console ends or it is told to stop. */
export async function start(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  if (options === null) return
  await build()
  const data = options.data ?? dataFolder()
  if (options.fresh) beginAnew(data)
  const running: ChildProcess[] = []
  const over = new AbortController()
  try {
    const ended = await Promise.race([waitForSignal(), run(options, data, running, over.signal)])
    if (ended !== 'signal') process.exitCode = ended
  } finally {
    over.abort()
    for (const child of running.reverse()) await stop(child)
  }
}

/** Answers the exit code of the console when it has ended; a platform of ours that ends before is started again. */
async function run(
  options: StartOptions,
  data: string,
  running: ChildProcess[],
  over: AbortSignal,
): Promise<number> {
  const platform = options.platform === null ? await startPlatform(join(data, 'platform'), running) : null
  const url = options.platform ?? platform?.url ?? ''
  const desk = await startConsole(options, url, join(data, 'console'), running)
  if (platform !== null) void keepRunning(platform, over)
  if (!hasEnded(desk)) await once(desk, 'exit')
  return desk.exitCode ?? 0
}

/** Says when the platform ended by itself, and starts it again. The console goes on with its copy meanwhile. */
async function keepRunning(platform: OwnPlatform, over: AbortSignal): Promise<void> {
  const ends: number[] = []
  for (let { child } = platform; ; ) {
    if (!hasEnded(child)) await once(child, 'exit')
    if (over.aborted) return
    ends.push(Date.now())
    const wait = pauseBeforeRestart(ends)
    console.error(
      `Marketdesk: the platform ended (${child.signalCode ?? `exit code ${child.exitCode}`}). The console goes on ` +
        'with its copy; decisions wait. ' +
        (wait === null
          ? 'It ended too often to be started again: press Ctrl+C and look at what it said above.'
          : `It is started again in ${wait / 1000} s.`),
    )
    if (wait === null) return
    // It keeps nobody waiting who stops the desk meanwhile.
    await pause(wait, undefined, { ref: false })
    if (over.aborted) return
    child = platform.again()
    await waitUntilAnswers('reference platform', child, `${platform.url}/openapi.json`).then(
      () => console.error('Marketdesk: the platform answers again.'),
      (error: Error) => console.error(error.message),
    )
  }
}

function beginAnew(data: string): void {
  try {
    const aside = setDemoAside(data, new Date())
    if (aside !== null) console.log(`Marketdesk: the demo begins anew; what was there lies in ${aside}.`)
  } catch (error) {
    if (error instanceof FolderInUse) throw new StepFailed(error.message)
    throw error
  }
}

function readOptions(args: readonly string[]): StartOptions | null {
  try {
    const options = startOptions(args)
    if (options !== 'help') return options
    console.log(USAGE)
    return null
  } catch (error) {
    throw new StepFailed(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

function waitForSignal(): Promise<'signal'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('signal'))
  })
}

interface OwnPlatform {
  readonly url: string
  readonly child: ChildProcess
  /** Starts it once more at the same address, where the console looks for it. */
  readonly again: () => ChildProcess
}

async function startPlatform(data: string, running: ChildProcess[]): Promise<OwnPlatform> {
  const port = await portFor(data, PLATFORM_PORT)
  const begin = () => {
    const child = startNode(['out/node/platform.js', '--demo', '--data', data, '--port', String(port)])
    running.push(child)
    return child
  }
  const child = begin()
  const url = `http://127.0.0.1:${port}`
  await waitUntilAnswers('reference platform', child, `${url}/openapi.json`)
  keepPort(data, port)
  return { url, child, again: begin }
}

async function startConsole(
  options: StartOptions,
  platformUrl: string,
  data: string,
  running: ChildProcess[],
): Promise<ChildProcess> {
  const given = ['--platform', platformUrl, '--data', data]
  if (options.plainHttp) given.push('--plain-http')
  const electron = await electronBinary()
  let why = 'why' in electron ? electron.why : 'Electron did not start'
  if ('path' in electron) {
    const window = spawn(electron.path, ['.', ...given], { cwd: ROOT, stdio: 'inherit' })
    window.on('error', (error) => {
      why = error.message
    })
    running.push(window)
    if (await stays(window)) {
      console.log(`Marketdesk: in its own window, working with ${platformUrl}.`)
      return window
    }
    running.pop()
  }
  const port = options.port ?? (await freePort(CONSOLE_PORT))
  const child = startNode([NURSERY_FLAG, 'out/node/browser-host.js', ...given, '--port', String(port)])
  running.push(child)
  const address = await addressOf(child)
  console.log(`Marketdesk: in the browser, because ${why}: ${address}`)
  if (options.open) openBrowser(address, data)
  return child
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** False: the program failed within its first seconds. Closing the window at once is no failure. */
async function stays(child: ChildProcess): Promise<boolean> {
  const failed = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(true))
    child.once('exit', (code) => resolve(code !== 0))
  })
  return !(await Promise.race([failed, pause(ELECTRON_TRIAL_MS, false, { ref: false })]))
}

/** The browser host says where it is as soon as it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  const message = once(child, 'message').then(([said]) => said)
  const said = await Promise.race([message, once(child, 'exit').then(() => null)])
  if (typeof said === 'object' && said !== null && 'address' in said) return String(said.address)
  throw new StepFailed('The browser host ended while starting.')
}
