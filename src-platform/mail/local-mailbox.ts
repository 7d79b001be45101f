import type { MailTransport } from './mail.ts'

/** Keeps every mail where it is: the notice with its text is the mailbox, and nothing leaves this machine. */
export function localMailbox(): MailTransport {
  return {
    via: 'local',
    send: async () => ({ outcome: 'sent', answer: '250 local mailbox', isDown: false }),
    close: () => undefined,
  }
}
