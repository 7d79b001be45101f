/** Passwords and records would travel readable by everybody on the way. */
export class PlainHttpRefused extends Error {
  override readonly name = 'PlainHttpRefused'
}

const HERE = /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/

/**
 * Lets an address of a platform pass: https, or this very computer. Any other only where it was asked for, with a warning.
 * @throws PlainHttpRefused
 */
export function passAddress(address: string, plainHttp: boolean, warn: (text: string) => void): void {
  const { protocol, host, hostname } = new URL(address)
  if (protocol === 'https:' || HERE.test(hostname)) return
  if (!plainHttp) {
    throw new PlainHttpRefused(
      `${address} 未加密：密码和数据在途中任何人都能读到。请使用 https；确需如此请加 --plain-http。\n` +
        `${address} is not encrypted, and everybody on the way reads passwords and records: use https, or add --plain-http.`,
    )
  }
  warn(`警告：与 ${host} 的连接未加密。\nWarning: the connection with ${host} is not encrypted.`)
}
