/** Whose step comes next under supervision; `clock`: the order is completed by itself, `bill`: it only waits to be billed. */
export const SUPERVISION_PARTIES = ['us', 'marketplace', 'provider', 'buyer', 'clock', 'bill'] as const
export type SupervisionParty = (typeof SUPERVISION_PARTIES)[number]

/** The states of a supervision in which an order is not billed yet. */
export const WAITING_STATES = [
  'pending',
  'delivered',
  'confirmed',
  'rejected',
  'appealed',
  'decided',
  'completed',
] as const
export type WaitingState = (typeof WAITING_STATES)[number]

/**
 * Whom a supervised order waits for.
 *
 * @param inReview whether a step of the marketplace's own review is still to come.
 */
export function waitingFor(state: WaitingState, inReview: boolean): SupervisionParty {
  switch (state) {
    case 'pending':
    case 'rejected':
      return 'provider'
    case 'delivered':
      return 'buyer'
    case 'confirmed':
      return inReview ? 'marketplace' : 'clock'
    case 'appealed':
      return 'us'
    case 'decided':
      return 'clock'
    case 'completed':
      return 'bill'
  }
}
