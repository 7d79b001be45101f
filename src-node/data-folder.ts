import { homedir } from 'node:os'
import { join } from 'node:path'

/** What of the process decides where data lies. */
export interface DataFolderWorld {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const HERE: DataFolderWorld = { platform: process.platform, env: process.env, home: homedir() }

/** The user's folder for the data of Marketdesk: MARKETDESK_DATA, else where the operating system wants it. */
export function dataFolder({ platform, env, home }: DataFolderWorld = HERE): string {
  if (env.MARKETDESK_DATA) return env.MARKETDESK_DATA
  switch (platform) {
    case 'win32':
      return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Marketdesk')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Marketdesk')
    default:
      return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'marketdesk')
  }
}
