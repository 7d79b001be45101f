// Loaded before a program that another one started: when the starter is gone, however it ended, the program is
// told to stop as by SIGTERM. The line between them does not keep the program running.
import process from 'node:process'

process.channel?.unref()
process.once('disconnect', () => {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143)
})
