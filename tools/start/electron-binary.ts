import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNode } from '../processes.ts'

const FETCH_LIMIT_MS = 60_000
/** How long a failed download is taken for an answer; deleting the note asks at once. */
const ASK_AGAIN_MS = 24 * 3600_000

export type ElectronAnswer = { readonly path: string } | { readonly why: string }

/** The Electron binary, fetched if it can be within a minute, or why the browser is used instead. */
export async function electronBinary(): Promise<ElectronAnswer> {
  const barrier = whyNoWindow()
  if (barrier !== null) return { why: barrier }
  const there = installed()
  if (there !== null) return { path: there }
  const note = join(ROOT, 'out', 'electron-not-fetched')
  if (isFresh(note)) return { why: 'the Electron binary could not be fetched last time' }
  console.log('Marketdesk: fetching the Electron binary (for a minute at most) ...')
  await runNode(['node_modules/electron/install.js'], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: FETCH_LIMIT_MS,
  })
  const fetched = installed()
  if (fetched !== null) return { path: fetched }
  mkdirSync(join(ROOT, 'out'), { recursive: true })
  writeFileSync(note, String(Date.now()))
  return { why: 'the Electron binary is not here and could not be fetched' }
}

/** A reason for which Electron would not even start. */
function whyNoWindow(): string | null {
  if (process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display for an Electron window'
  if (process.getuid?.() === 0) return 'Electron keeps its sandbox and so does not run as root'
  return null
}

function installed(): string | null {
  const folder = join(ROOT, 'node_modules', 'electron')
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

function isFresh(note: string): boolean {
  try {
    return Date.now() - Number(readFileSync(note, 'utf8')) < ASK_AGAIN_MS
  } catch {
    return false
  }
}
