import type { IncomingMessage } from 'node:http'
import type { SignedIn } from '../auth/authenticate.ts'

/** What the HTTP layer found out about a request before any procedure sees it. */
export interface RequestContext {
  readonly signedIn: SignedIn | null
  /** The protocol it is answered in, see `servedProtocol`. */
  readonly protocol: number
  /** The network a request comes from, see `clientNetwork`. */
  readonly address: string
  /** Headers of the answer, from the plugin that sends them. */
  readonly resHeaders?: Headers
}

/** Hono's variables and bindings. `incoming` is absent where a request did not come over a socket. */
export interface HttpEnv {
  Variables: { requestId: string; signedIn: SignedIn | null; protocol: number }
  Bindings: { incoming?: IncomingMessage }
}
