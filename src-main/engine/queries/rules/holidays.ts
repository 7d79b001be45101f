import type { z } from 'zod'
import { textDigest } from '#node/resources/values-from-build.ts'
import {
  type HolidayDifference,
  holidayDifferences,
  holidayTableSchema,
  holidayTroubles,
} from '#shared/calendar/holiday-table.ts'
import type { HolidayYear } from '#shared/calendar/holiday-year.ts'
import { yearOf } from '#shared/calendar/plain-date.ts'
import type {
  checkedTableSchema,
  HolidayCase,
  HolidayChange,
  holidaysShownSchema,
} from '#shared/contracts/console-engine/rules.ts'
import { type HolidayTableRecord, tableOf } from '#shared/contracts/console-platform/records/holiday-table.ts'
import { firstAdoptableDay } from '#shared/policy/adoption-trouble.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { allowedForProposal, isTooLate, listProposals, standingOf } from './proposals.ts'

/** The years whose days are known, those of this and the next year that are not, and the newest proposals. */
export function readHolidays(context: QueryContext): z.infer<typeof holidaysShownSchema> {
  const { tables, today } = context
  const changes = listProposals(context, 'holidayTable')
  const known = new Map(tables.map((table) => [table.year, table]))
  const inForce = changes.filter((each) => standingOf(each, ofYear(changes, each.year), today) === 'in-force')
  const years = [...new Set([...known.keys(), yearOf(today), yearOf(today) + 1])].sort(
    (one, other) => other - one,
  )
  return {
    on: today,
    earliest: firstAdoptableDay(today),
    years: years.map((year) => {
      const table = known.get(year) ?? null
      return {
        year,
        days: table && { off: table.off.length, makeUp: table.makeUp.length },
        changeId: inForce.find((each) => each.year === year)?.id ?? null,
      }
    }),
    changes: changes.map((record) => shownChange(context, record, changes)),
  }
}

/** One proposed table with the days in which it differs from the one it takes the place of. @throws RecordMissing */
export function readHolidayCase(context: QueryContext, id: string): HolidayCase {
  const record = readPresent(context, 'holidayTable', id)
  if (record === null) throw new RecordMissing('holidayTable', id)
  const changes = listProposals(context, 'holidayTable')
  const table = tableOf(record)
  const tooLate = record.status === 'proposed' && isTooLate(context, record)
  const isCounted = record.status === 'adopted' && record.from <= context.today
  return {
    ...shownChange(context, record, changes),
    // What is counted by already is no difference to itself.
    differences: table === null || isCounted ? [] : differencesHere(context, table),
    isCounted,
    tooLate,
    allowed: allowedForProposal('holidayTable', context.workspace.account, record, tooLate),
    seenDigest: seenDigestOf(context, 'holidayTable', id),
  }
}

/** A file as a table of a year: what is wrong with it, or in which days it differs. */
export function checkTable(context: QueryContext, text: string): z.infer<typeof checkedTableSchema> {
  const read = readTable(text)
  if ('problems' in read) return { problems: read.problems, checked: null }
  const { table } = read
  return {
    problems: [],
    checked: {
      year: table.year,
      fileHash: textDigest(text),
      table: JSON.stringify(table),
      isKnown: context.tables.some(({ year }) => year === table.year),
      troubles: holidayTroubles(table),
      differences: differencesHere(context, table),
    },
  }
}

function readTable(
  text: string,
): { table: HolidayYear } | { problems: { place: string; message: string }[] } {
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { problems: [{ place: 'JSON', message: error instanceof Error ? error.message : String(error) }] }
  }
  const parsed = holidayTableSchema.safeParse(given)
  if (parsed.success) return { table: parsed.data }
  return {
    problems: parsed.error.issues.map(({ path, message }) => ({
      place: path.map(String).join('.'),
      message,
    })),
  }
}

function differencesHere({ tables }: QueryContext, table: HolidayYear): HolidayDifference[] {
  return holidayDifferences(tables.find(({ year }) => year === table.year) ?? null, table)
}

function shownChange(
  context: QueryContext,
  record: HolidayTableRecord,
  changes: readonly HolidayTableRecord[],
): HolidayChange {
  const { table: _table, ...proposal } = record
  return {
    proposal,
    standing: standingOf(record, ofYear(changes, record.year), context.today),
    pending: decisionsAbout(context, 'holidayTable', record.id).pending,
  }
}

function ofYear(changes: readonly HolidayTableRecord[], year: number): HolidayTableRecord[] {
  return changes.filter((each) => each.year === year)
}
