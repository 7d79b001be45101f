import type { Words } from '../words.ts'
import type { outcomes as original } from '../zh/outcomes.ts'

export const outcomes: Words<typeof original> = {
  trouble: {
    offline: 'The platform does not answer',
    timeout: 'The platform answers too slowly',
    server: 'Fault of the platform',
    throttled: 'The platform asks to slow down',
    unauthorized: 'Sign in again',
    'client-too-old': 'This version is too old',
    'platform-too-old': 'The platform is older than this desk: have it updated. Your decisions are kept',
    refused: 'The platform does not accept this request',
    'earlier-returned': 'An earlier decision about the record came back; this one was never sent',
    'lost-by-platform':
      'The platform was put back to an earlier backup, which lacks this decision although it had been applied: look at the record as it is now and decide again',
    'digest-differs':
      'This copy differs from the platform: the page Sync says in which kinds, and fetches it anew',
    'cache-damaged': 'The local data is damaged and has to be rebuilt',
    'disk-full':
      'The disk is full and this copy cannot go on: it does by itself once there is room. Your decisions are kept',
    internal: 'Program fault',
  },
  failure: {
    'not-found': 'The local data has no such record',
    malformed: 'The address, or what was entered, is malformed: open it from its list, or correct it',
    'signed-out': 'Sign in first',
    'second-factor': 'A code of the second factor is asked too',
    'offline-too-long': (days) =>
      `The platform does not answer, and you last signed in here more than ${days} days ago: sign in once it answers`,
    'bad-credentials': 'E-mail or password is wrong',
    offline: 'The platform does not answer',
    'disk-full': (folder) =>
      `The disk is full, nothing was saved: free 100 MB or more where ${folder} lies, then try again`,
    throttled: (seconds) => `Too many attempts; try again in ${seconds} s`,
    'not-allowed': (roles) => (roles === '' ? 'Not allowed' : `Not allowed; needs the role ${roles}`),
    failed: (detail) => `Program fault: ${detail}`,
  },
}
