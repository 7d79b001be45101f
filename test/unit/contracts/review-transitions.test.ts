import { describe, expect, it } from 'vitest'
import { type CommandAbout, commandsAbout } from '#shared/contracts/console-platform/commands.ts'
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
} from '#shared/contracts/console-platform/records/application.ts'
import {
  LISTING_VERSION_STATUSES,
  type ListingVersionStatus,
} from '#shared/contracts/console-platform/records/listing.ts'
import { decideApplication } from '#shared/contracts/console-platform/transitions/application-transitions.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { decideListingVersion } from '#shared/contracts/console-platform/transitions/listing-version-transitions.ts'
import { sampleApplication, sampleListing, sampleVersion } from '#test/integration/platform/sample-records.ts'
import { EXAMPLES } from './command-examples.ts'

const AT = '2026-11-20T02:00:00.000Z'
const ZHOU = { id: 'zhou', name: '周敏' }

function example<T extends CommandAbout<'application'> | CommandAbout<'listingVersion'>>(type: T) {
  return { type, arguments: EXAMPLES[type] }
}

/** Where each decision leads from each state it is allowed in; every other pair of state and decision is refused. */
const APPLICATION: Readonly<
  Record<CommandAbout<'application'>, Partial<Record<ApplicationStatus, ApplicationStatus>>>
> = {
  'application.assign': {
    submitted: 'submitted',
    in_review: 'in_review',
    changes_requested: 'changes_requested',
    approved: 'approved',
    contract_pending: 'contract_pending',
    deposit_pending: 'deposit_pending',
  },
  'application.start-review': { submitted: 'in_review' },
  'application.request-changes': { in_review: 'changes_requested' },
  'application.approve': { in_review: 'contract_pending' },
  'application.reject': { submitted: 'rejected', in_review: 'rejected' },
  'application.record-contract': { approved: 'contract_pending', contract_pending: 'contract_pending' },
  'application.open': { deposit_pending: 'open' },
}

const LISTING: Readonly<
  Record<CommandAbout<'listingVersion'>, Partial<Record<ListingVersionStatus, ListingVersionStatus>>>
> = {
  'listing.assign': {
    submitted: 'submitted',
    in_review: 'in_review',
    changes_requested: 'changes_requested',
    approved: 'approved',
  },
  'listing.start-review': { submitted: 'in_review' },
  'listing.request-changes': { in_review: 'changes_requested' },
  'listing.approve': { in_review: 'approved' },
  'listing.reject': { submitted: 'rejected', in_review: 'rejected' },
  'listing.override-finding': { submitted: 'submitted', in_review: 'in_review' },
  'listing.publish': { approved: 'live' },
  'listing.propose-delisting': { live: 'live' },
  'listing.delist': { live: 'delisted' },
}

describe('an application', () => {
  const steps = { agreements: ['provider-agreement', 'second'] }
  const decide = (status: ApplicationStatus, type: CommandAbout<'application'>, more = {}) =>
    decideApplication(
      sampleApplication({ status, assignee: null, contracts: [], ...more }),
      example(type) as DecisionAbout<'application'>,
      ZHOU,
      AT,
      steps,
    )

  it('has a place in the table for every decision', () => {
    expect(Object.keys(APPLICATION).sort()).toEqual(commandsAbout('application').sort())
  })

  it.each(
    APPLICATION_STATUSES.flatMap((status) =>
      (Object.keys(APPLICATION) as CommandAbout<'application'>[]).map(
        (type) => [status, type, APPLICATION[type][status] ?? null] as const,
      ),
    ),
  )('%s, by %s: %s', (status, type, after) => {
    expect(decide(status, type)?.status ?? null).toBe(after)
  })

  it('goes one version further, keeps its history and says who did what when', () => {
    const before = sampleApplication({ status: 'in_review' })
    const after = decideApplication(before, example('application.approve'), ZHOU, AT, steps)
    expect(after).toMatchObject({ version: before.version + 1, updatedAt: AT, decidedAt: AT })
    expect(after?.history).toEqual([
      ...before.history,
      {
        ...{ at: AT, actor: 'zhou', actorName: '周敏', action: 'application.approve', reasons: [] },
        ...{ noteToVendor: '请补充', internalNote: '电话已说明' },
      },
    ])
  })

  it('that is refused keeps the reasons, and the day it was decided', () => {
    const after = decide('submitted', 'application.reject')
    expect(after).toMatchObject({ decidedAt: AT })
    expect(after?.history.at(-1)?.reasons).toEqual(['material-missing'])
    expect(decide('in_review', 'application.request-changes')?.decidedAt).toBeNull()
  })

  it('goes to who begins with it, unless it has somebody', () => {
    expect(decide('submitted', 'application.start-review')?.assignee).toBe('zhou')
    expect(decide('submitted', 'application.start-review', { assignee: 'li' })?.assignee).toBe('li')
    expect(decide('submitted', 'application.assign')?.assignee).toBe('op-1')
  })

  it('waits for the deposit once every agreement is signed; one signed anew takes the place of the old', () => {
    const signed = (agreement: string, version: string) => ({
      ...{ agreement, version, signedBy: '王伟', signedOn: '2026-03-01' },
    })
    const contracts = [signed('second', '1'), signed('provider-agreement', 'old')]
    const after = decide('contract_pending', 'application.record-contract', { contracts })
    expect(after?.status).toBe('deposit_pending')
    expect(after?.contracts.map(({ agreement, version }) => [agreement, version])).toEqual([
      ['second', '1'],
      ['provider-agreement', '1.0'],
    ])
    expect(decide('in_review', 'application.approve', { contracts })?.status).toBe('deposit_pending')
  })
})

describe('a listing version', () => {
  const listing = sampleListing()
  const decide = (status: ListingVersionStatus, type: CommandAbout<'listingVersion'>, more = {}) =>
    decideListingVersion(
      sampleVersion(listing, { status, assignee: null, ...more }),
      example(type) as DecisionAbout<'listingVersion'>,
      ZHOU,
      AT,
    )

  it('has a place in the table for every decision', () => {
    expect(Object.keys(LISTING).sort()).toEqual(commandsAbout('listingVersion').sort())
  })

  it.each(
    LISTING_VERSION_STATUSES.flatMap((status) =>
      (Object.keys(LISTING) as CommandAbout<'listingVersion'>[]).map(
        (type) => [status, type, LISTING[type][status] ?? null] as const,
      ),
    ),
  )('%s, by %s: %s', (status, type, after) => {
    expect(decide(status, type)?.status ?? null).toBe(after)
  })

  it('goes one version further and keeps its history', () => {
    const before = sampleVersion(listing, { status: 'in_review' })
    const after = decideListingVersion(before, example('listing.approve'), ZHOU, AT)
    expect(after).toMatchObject({ version: before.version + 1, updatedAt: AT, decidedAt: AT })
    expect(after?.history).toHaveLength(before.history.length + 1)
  })

  it('goes to who begins with it, unless it has somebody', () => {
    expect(decide('submitted', 'listing.start-review')?.assignee).toBe('zhou')
    expect(decide('submitted', 'listing.start-review', { assignee: 'li' })?.assignee).toBe('li')
    expect(decide('in_review', 'listing.assign')?.assignee).toBe('op-1')
  })

  it('keeps what was overridden of other findings when one is overridden anew', () => {
    const override = (ruleId: string) => ({ ruleId, reason: '旧', by: 'li', byName: '李娜', at: AT })
    const overrides = [override('listing.readme.missing'), override('listing.screenshots.too-few')]
    expect(decide('in_review', 'listing.override-finding', { overrides })?.overrides).toEqual([
      override('listing.readme.missing'),
      { ruleId: 'listing.screenshots.too-few', reason: '客户已线下提供', by: 'zhou', byName: '周敏', at: AT },
    ])
  })
})
