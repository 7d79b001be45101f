import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

const NOTE = 'port'

/**
 * The port the platform of this folder had last time, or the preferred one, or any free one. A console keeps its copy
 * and its undelivered decisions by the platform's address: that has to be the same at the next start.
 */
export function portFor(folder: string, preferred: number): Promise<number> {
  return freePort(noted(folder) ?? preferred)
}

/** Keeps the port for the next start; only for a platform that runs, and so has the folder for itself. */
export function keepPort(folder: string, port: number): void {
  writeFileSync(join(folder, NOTE), String(port))
}

function noted(folder: string): number | null {
  try {
    const port = Number(readFileSync(join(folder, NOTE), 'utf8'))
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null
  } catch {
    return null
  }
}
