/** A mail as it is handed to a transport; every field was checked before. */
export interface Mail {
  /** Stable over all tries: a server that has it already knows it by this. */
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Of the language it is in, e.g. `zh-CN`. */
  readonly language: string
  readonly at: Date
}

/** What came of handing over a mail; `answer` is the server's, or what went wrong. */
export interface Delivery {
  /**
   * `sent`: the server has taken it. `deferred`: it has not, and may later. `bounced`: it never will. `unclear`: the
   * whole text was given and nobody knows whether it was taken.
   */
  readonly outcome: 'sent' | 'deferred' | 'bounced' | 'unclear'
  readonly answer: string
  /** The server could not be used at all: others that wait will fare alike. */
  readonly isDown: boolean
}

/** A way out for mail, one at a time. */
export interface MailTransport {
  readonly via: 'smtp' | 'local'
  /** Never throws: whatever happens is a delivery. */
  send(mail: Mail): Promise<Delivery>
  /** Lets go of a connection that is kept open. */
  close(): void
}
