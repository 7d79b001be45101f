import type { Words } from '../words.ts'
import type { outcomes as original } from '../zh/outcomes.ts'

export const outcomes: Words<typeof original> = {
  outcome: {
    applied: 'Applied by the platform',
    'already-applied': 'Had been applied before',
    rejected: 'Refused by the platform',
    conflict: 'The record has changed',
    'not-allowed': 'Not allowed',
    later: 'The platform asks to try later',
    'sign-in-needed': 'Sign in again',
    'client-too-old': 'This version is too old',
  },
  rejection: {
    'unknown-record': 'The platform has no such record',
    'bad-arguments': 'The decision is incomplete',
    'wrong-state': 'The state of the record does not allow this decision',
    'conditions-failed': 'Admission conditions are not met',
    'must-findings-open': 'Must-fix findings are still open',
    'provider-not-open': 'The provider has not been opened',
    'deposit-not-settled': 'The deposit is not settled',
    'contract-missing': 'A signed contract is missing',
    'unknown-finding': 'There is no such finding',
    'unknown-operator': 'There is no such colleague',
    'command-id-reused': 'The id of the decision was used before',
    'version-not-greater': 'The version is not greater than the live one',
  },
  failure: {
    'not-found': 'The local data has no such record',
    'signed-out': 'Sign in first',
    'bad-credentials': 'E-mail or password is wrong',
    offline: 'The platform does not answer',
    throttled: (seconds) => `Too many attempts; try again in ${seconds} s`,
    'not-allowed': (roles) => (roles === '' ? 'Not allowed' : `Not allowed; needs the role ${roles}`),
    failed: (detail) => `Program fault: ${detail}`,
  },
}
