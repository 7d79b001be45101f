import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Says at its end what the process took at most. */
const PROBE = `process.on('exit', () => console.error('peak-kib=' + process.resourceUsage().maxRSS))`

/** Peak memory in MB of `marketdesk sync` as it is shipped: built, by its bin, with the comparison it ends with. */
export async function shippedSyncPeak(platformUrl: string, dataFolder: string): Promise<number> {
  const bin = fileURLToPath(new URL('../../../bin/marketdesk.mjs', import.meta.url))
  const args = ['sync', '--platform', platformUrl, '--email', 'ann@example.cn', '--data', dataFolder]
  const child = spawn(process.execPath, [bin, ...args], {
    env: {
      ...process.env,
      MARKETDESK_PASSWORD: 'correct horse battery',
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(PROBE).replaceAll("'", '%27')}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`marketdesk sync ended with ${code}: ${said}`)
  const peaks = [...said.matchAll(/peak-kib=(\d+)/g)].map(([, kib]) => Number(kib))
  return Math.max(...peaks) / 1024
}
