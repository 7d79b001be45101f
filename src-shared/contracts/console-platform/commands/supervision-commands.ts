import {
  buyerAppealSaidSchema,
  confirmationSaidSchema,
  deliverySaidSchema,
  openingSaidSchema,
  rejectionSaidSchema,
  reviewSaidSchema,
  supervisionRulingSchema,
} from '../records/supervision.ts'
import type { CommandSheets } from './command-sheet.ts'
import { MANAGERS, REVIEWERS } from './who-may.ts'

/** What is written down and decided about the supervision 服务监管 of an order. */
export const SUPERVISION_COMMANDS = {
  /** The first makes the record. */
  'supervision.record-delivery': {
    about: 'supervision',
    makesRecord: true,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['deliveredAt'],
    arguments: deliverySaidSchema,
  },
  'supervision.confirm': {
    about: 'supervision',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    happened: ['confirmedAt'],
    arguments: confirmationSaidSchema,
  },
  /** By another person than who wrote a delivery down. */
  'supervision.decide': {
    about: 'supervision',
    makesRecord: false,
    roles: MANAGERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: supervisionRulingSchema,
  },
  'supervision.record-review': {
    about: 'supervision',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    arguments: reviewSaidSchema,
  },
  'supervision.reject': {
    about: 'supervision',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'compared',
    happened: ['rejectedAt'],
    arguments: rejectionSaidSchema,
  },
  /** Only after the buyer has rejected as often as the pack asks. */
  'supervision.appeal': {
    about: 'supervision',
    makesRecord: false,
    roles: REVIEWERS,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['appealedAt'],
    arguments: buyerAppealSaidSchema,
  },
  /** Puts an order under supervision, where the marketplace has not. */
  'supervision.open': {
    about: 'supervision',
    makesRecord: true,
    roles: MANAGERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: openingSaidSchema,
  },
} as const satisfies CommandSheets
