import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Lies in the folder while its demo is being made; what is there is dropped then when a demo is asked for again. */
export const UNFINISHED_DEMO = 'demo-unfinished'

/** A demo was begun in a folder and not made to its end. */
export class DemoUnfinishedError extends Error {
  override readonly name = 'DemoUnfinishedError'
}

/** @throws DemoUnfinishedError where the data of a folder would be dropped by the next start of the demo */
export function refuseUnfinishedDemo(dataDir: string): void {
  if (!existsSync(join(dataDir, UNFINISHED_DEMO))) return
  throw new DemoUnfinishedError(
    `${dataDir} 的演示数据没有生成完；请用 --demo 启动，或用 --data 指定其他文件夹。\n` +
      `The demo in ${dataDir} was not made to its end: start it with --demo, or choose another folder with --data.`,
  )
}
