import {
  type MatchSettingsRecord,
  matchSettingsRecordSchema,
  settingsName,
} from '../records/match-settings.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<MatchSettingsRecord>()

export const matchSettingsKind = defineKind({
  since: 4,
  schema: matchSettingsRecordSchema,
  table: 'match_settings',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    number: integer(({ number }) => number),
    setAt: text(({ set }) => set.at),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, number }) => ({
    marketplace,
    providerId: '',
    name: settingsName(number),
    fileHashes: [],
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ marketplace, number }) => `${marketplace} ${number}`,
  state: () => null,
  decided: true,
  foundBy: [],
  before: {},
})
