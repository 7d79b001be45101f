import { z } from 'zod'
import type { CommandSheets } from './command-sheet.ts'
import { assignSchema, noArguments, noteSchema, notesSchema, refusalSchema } from './common-arguments.ts'
import { MANAGERS, REVIEWERS } from './who-may.ts'

/** What is decided about a version of a listing. */
export const LISTING_COMMANDS = {
  'listing.start-review': {
    about: 'listingVersion',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: noArguments,
  },
  'listing.approve': {
    about: 'listingVersion',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: notesSchema,
  },
  'listing.publish': {
    about: 'listingVersion',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: noArguments,
  },
  'listing.request-changes': {
    about: 'listingVersion',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: refusalSchema,
  },
  'listing.reject': {
    about: 'listingVersion',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: refusalSchema,
  },
  'listing.override-finding': {
    about: 'listingVersion',
    makesRecord: false,
    roles: MANAGERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: z.strictObject({ ruleId: z.string().min(1), reason: noteSchema.min(4) }),
  },
  'listing.assign': {
    about: 'listingVersion',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: assignSchema,
  },
  'listing.propose-delisting': {
    about: 'listingVersion',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: refusalSchema,
  },
  'listing.delist': {
    about: 'listingVersion',
    makesRecord: false,
    roles: MANAGERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: refusalSchema,
  },
} as const satisfies CommandSheets
