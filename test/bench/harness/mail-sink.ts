import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server of its own process that takes every mail and keeps none; it tells its port, and how many came when asked. */
let taken = 0
const server = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false },
  onData(stream, _session, done) {
    stream.on('data', () => undefined)
    stream.on('end', () => {
      taken += 1
      done(null, 'taken')
    })
  },
})
server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port))
process.on('message', () => process.send?.(taken))
process.on('disconnect', () => process.exit())
