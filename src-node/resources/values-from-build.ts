import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { packageRoot } from '../package-root.ts'

/** Made by the build: the value of each resource by the digest of its text. Below the project's folder. */
export const VALUES_FILE = 'out/resource-values.json'

const valuesSchema = z.record(z.string(), z.unknown())
let values: Promise<Readonly<Record<string, unknown>>> | null = null

/** What the build read from exactly this text; undefined where it did not. Reading YAML takes a third of a second. */
export async function valueFromBuild(text: string): Promise<unknown> {
  values ??= readValues()
  return (await values)[textDigest(text)]
}

export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A file that is missing or broken only costs time. */
async function readValues(): Promise<Readonly<Record<string, unknown>>> {
  try {
    const file = new URL(VALUES_FILE, packageRoot(import.meta.url))
    return valuesSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return {}
  }
}
