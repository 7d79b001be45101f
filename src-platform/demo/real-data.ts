import type { Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'

/** Real data: nothing invented goes there. */
export class NoDemoError extends Error {
  override readonly name = 'NoDemoError'
}

/** @throws NoDemoError where a platform has not all of the demo's users */
export async function refuseRealData({ store }: Platform): Promise<void> {
  const users = await Promise.all(DEMO_ACCOUNTS.map(({ id }) => store.account(id)))
  if (!users.includes(null)) return
  throw new NoDemoError(
    '该文件夹中是真实平台的数据，不能写入虚构的订单；请用 --data 指定演示数据的文件夹。\n' +
      'The folder has the data of a real platform, where no invented orders go: choose the folder of a demo with --data.',
  )
}
