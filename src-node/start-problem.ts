import { FolderInUse } from './instance-lock.ts'
import { PlainHttpRefused } from './plain-http.ts'

/** How the data folder is made and tried (lockFolder): any other call is no matter of its place. */
const FOLDER_CALLS: readonly unknown[] = ['mkdir', 'stat', 'access']
const PORT_CODES: readonly unknown[] = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL']

/** Why a program cannot start and what to do, for who started it; null where it is no fault of the place. */
export function startProblem(error: unknown): string | null {
  if (error instanceof FolderInUse || error instanceof PlainHttpRefused) return error.message
  if (!(error instanceof Error)) return null
  const { code, syscall, port, path } = error as NodeJS.ErrnoException & { readonly port?: number }
  if (syscall === 'listen' && PORT_CODES.includes(code)) {
    return (
      `端口 ${port} 不可用（${code}）；请用 --port 指定其他端口。\n` +
      `Port ${port} cannot be used (${code}): choose another one with --port.`
    )
  }
  if (path === undefined || !FOLDER_CALLS.includes(syscall)) return null
  return (
    `${path} 无法写入（${code}）；请用 --data 指定其他文件夹。\n` +
    `${path} cannot be written (${code}): choose another folder with --data.`
  )
}
