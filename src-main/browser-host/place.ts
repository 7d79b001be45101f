/** Where the host listens. Only this machine reaches it, and only under this one name. */
export interface Place {
  /** What a `Host` header has to say. */
  readonly authority: string
  /** What an `Origin` header has to say. */
  readonly origin: string
  /** Cookies are shared between the ports of one host: each port has a name of its own. */
  readonly cookie: string
}

export function placeAt(port: number): Place {
  const authority = `127.0.0.1:${port}`
  return { authority, origin: `http://${authority}`, cookie: `marketdesk-${port}` }
}
