import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the files of accounts lie. */
export function accountsIn(dataFolder: string): string {
  return join(dataFolder, 'accounts')
}

/** Whether there are files that the key of a data folder opens. */
export function isKeyInUse(dataFolder: string): boolean {
  const accounts = accountsIn(dataFolder)
  return existsSync(accounts) && readdirSync(accounts).length > 0
}
