import type { Instant } from '../../../base/ids.ts'
import type { CommandAbout } from '../commands.ts'
import { type Contact, type ContactStatus, type ContactStep, contactStatus } from '../records/contact.ts'
import type { HistoryEntry } from '../records/history.ts'
import { type Asking, ask } from './asking.ts'
import { type Actor, type DecisionAbout, stepOf } from './decision.ts'

export type ContactDecision = DecisionAbout<'contact'>
type ContactCommand = CommandAbout<'contact'>

/** Why a contact record cannot be decided about in this way. */
export type ContactTrouble =
  | 'wrong-state'
  /** What it is about is not on record. */
  | 'unknown-record'
  | 'other-marketplace'
  /** It is about no vendor's product, so that there is no vendor to hand it to. */
  | 'unknown-provider'

const FROM: Readonly<Record<ContactCommand, readonly ContactStatus[]>> = {
  'contact.open': [],
  'contact.record-answer': ['handed-over'],
  'contact.close': ['open', 'answered', 'handed-over'],
  'contact.hand-over': ['open', 'answered', 'handed-over'],
  'contact.note': ['open', 'answered', 'handed-over', 'closed'],
  'contact.reopen': ['closed'],
}

/** Whether a contact record is in a state for a decision, whoever decides. */
export function contactAllows(contact: Pick<Contact, 'steps'>, type: ContactCommand): boolean {
  return FROM[type].includes(contactStatus(contact))
}

/** Whose product, and whose matter, something on record is. */
type ContactPlace = Pick<
  Contact,
  'marketplace' | 'providerId' | 'providerName' | 'listingId' | 'productName' | 'userId' | 'userName'
>

/** Asks for whose matter the record is that a contact is about; null where there is none. */
function* placeOf({ kind, id }: NonNullable<Contact['about']>): Asking<ContactPlace | null> {
  switch (kind) {
    case 'subscription': {
      const found = yield* ask('subscription', id)
      return found === null ? null : boughtOf(found)
    }
    case 'cluster': {
      const found = yield* ask('cluster', id)
      return found === null ? null : boughtOf(found)
    }
    case 'order': {
      const found = yield* ask('order', id)
      if (found === null) return null
      const { marketplace, providerId, providerName, listingId, productName } = found
      return {
        ...{ marketplace, providerId, providerName, listingId, productName },
        ...{ userId: found.buyerId, userName: found.buyerName },
      }
    }
    case 'listing': {
      const found = yield* ask('listing', id)
      if (found === null) return null
      const { marketplace, providerId, title } = found
      const provider = yield* ask('provider', providerId)
      return {
        ...{ marketplace, providerId, providerName: provider?.name ?? '' },
        ...{ listingId: id, productName: title.zh, userId: null, userName: null },
      }
    }
    case 'provider': {
      const found = yield* ask('provider', id)
      if (found === null) return null
      return {
        ...{ marketplace: found.marketplace, providerId: id, providerName: found.name },
        ...{ listingId: null, productName: null, userId: null, userName: null },
      }
    }
  }
}

function boughtOf({
  marketplace,
  providerId,
  providerName,
  listingId,
  productName,
  userId,
  userName,
}: {
  readonly [F in keyof ContactPlace]: NonNullable<ContactPlace[F]>
}): ContactPlace {
  return { marketplace, providerId, providerName, listingId, productName, userId, userName }
}

/** A contact record after a decision, or why it cannot be; it asks for what it is about. */
export function* decideContact(
  before: Contact | null,
  id: string,
  decision: ContactDecision,
  actor: Actor,
  at: Instant,
): Asking<Contact | ContactTrouble> {
  const by = { at, by: actor.id, byName: actor.name }
  if (decision.type === 'contact.open') {
    if (before !== null) return 'wrong-state'
    const { settled, ...given } = decision.arguments
    const place = given.about === null ? NOWHERE : yield* placeOf(given.about)
    if (place === null) return 'unknown-record'
    if (place.marketplace !== '' && place.marketplace !== given.marketplace) return 'other-marketplace'
    const closed: ContactStep = {
      ...{ step: 'closed', ...by, said: { outcome: 'resolved', text: given.said } },
    }
    return {
      ...{ id, version: 1, ...place, ...given },
      userId: place.userId ?? given.userId,
      userName: place.userName ?? given.userName,
      ...{ opened: by, steps: settled ? [closed] : [], updatedAt: at },
    }
  }
  if (before === null || !contactAllows(before, decision.type)) return 'wrong-state'
  if (decision.type === 'contact.hand-over') {
    if (decision.arguments.to === 'provider' && before.providerId === '') return 'unknown-provider'
  }
  return {
    ...before,
    version: before.version + 1,
    steps: [...before.steps, nextStep(decision, by)],
    updatedAt: at,
  }
}

const NOWHERE: ContactPlace = {
  ...{ marketplace: '', providerId: '', providerName: '', listingId: null, productName: null },
  ...{ userId: null, userName: null },
}

function nextStep(
  decision: Exclude<ContactDecision, { type: 'contact.open' }>,
  by: Contact['opened'],
): ContactStep {
  switch (decision.type) {
    case 'contact.note':
      return { step: 'noted', ...by, said: decision.arguments }
    case 'contact.hand-over':
      return { step: 'handed-over', ...by, said: decision.arguments }
    case 'contact.record-answer':
      return { step: 'answered', ...by, said: decision.arguments }
    case 'contact.close':
      return { step: 'closed', ...by, said: decision.arguments }
    case 'contact.reopen':
      return { step: 'reopened', ...by, said: decision.arguments }
  }
}

/** The command that each step comes from. */
const GIVEN_BY: Readonly<Record<ContactStep['step'], ContactCommand>> = {
  noted: 'contact.note',
  'handed-over': 'contact.hand-over',
  answered: 'contact.record-answer',
  closed: 'contact.close',
  reopened: 'contact.reopen',
}

/** The steps as the history of other records has them. */
export function contactHistory({ opened, steps }: Pick<Contact, 'opened' | 'steps'>): HistoryEntry[] {
  const entry = (action: ContactCommand, { at, by, byName }: Contact['opened']) =>
    stepOf(action, { id: by, name: byName }, at)
  return [entry('contact.open', opened), ...steps.map((step) => entry(GIVEN_BY[step.step], step))]
}
