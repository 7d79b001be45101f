import type { Command } from 'commander'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import type { Bilingual } from '#shared/base/bilingual.ts'
import {
  type DayKind,
  type HolidayTrouble,
  holidayDifferences,
  holidayTableSchema,
  holidayTroubles,
} from '#shared/calendar/holiday-table.ts'
import type { CliIo } from './cli-io.ts'
import { checkInput, parseJson, readTextFile } from './read-json.ts'
import { textTable } from './text-table.ts'
import { harmless } from './write-report.ts'

const EXAMPLES = `
Examples:
  $ marketdesk calendar check 2027.json
  $ marketdesk calendar check 2027.json --json

The file is a table as resources/holidays has them, or one of holiday-cn. Nothing is adopted.
Exit codes: 0 it can be right, 1 it cannot, 2 the file is no table.
JSON: { year, known, troubles: [{ date, trouble }], differences: [{ date, name, before, after }] };
      known says whether the program has a table of that year; a day is off, make-up or usual.`

const MAX_BYTES = 1024 * 1024

const DAY_WORDS: Readonly<Record<DayKind, Bilingual>> = {
  off: { zh: '放假', en: 'off' },
  'make-up': { zh: '调休上班', en: 'worked in lieu' },
  usual: { zh: '按星期', en: 'as its weekday' },
}

const TROUBLE_WORDS: Readonly<Record<HolidayTrouble, Bilingual>> = {
  'of-another-year': { zh: '不是该年的日期', en: 'is of another year' },
  twice: { zh: '出现两次', en: 'stands there twice' },
  'make-up-on-weekday': { zh: '调休上班日不是周六或周日', en: 'is worked anyway: no Saturday or Sunday' },
  'new-year-worked': { zh: '元旦没有放假', en: 'New Year is not off' },
}

/** `calendar check FILE`: a year's holidays, checked, and how they differ from what the program counts by. */
export function registerCalendarCheckCommand(calendar: Command, io: CliIo): void {
  calendar
    .command('check')
    .description('check a holiday table, and show how it differs from the one in use')
    .argument('<file>', 'the table of a year, as JSON')
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: { readonly json?: true }) => {
      const given = parseJson(await readTextFile(file, MAX_BYTES), file)
      const table = checkInput(given, holidayTableSchema, `${file} is no holiday table`)
      const tables = await loadHolidays(new URL('holidays/', io.resources))
      const known = tables.find(({ year }) => year === table.year) ?? null
      const troubles = holidayTroubles(table)
      const differences = holidayDifferences(known, table)
      if (troubles.length > 0) io.setExitCode(1)
      const checked = { year: table.year, known: known !== null, troubles, differences }
      if (options.json) return io.print(JSON.stringify(checked, null, 2))
      const rows = differences.map((day) => [
        day.date,
        day.name,
        `${both(DAY_WORDS[day.before])} → ${both(DAY_WORDS[day.after])}`,
      ])
      io.print(
        harmless(
          [
            known === null
              ? `${table.year} 尚无放假安排，该年日期均为暂定 no table yet: days of that year are provisional`
              : `${table.year} 已有放假安排 there is a table`,
            ...troubles.map(({ date, trouble }) => `${date} ${both(TROUBLE_WORDS[trouble])}`),
            '',
            rows.length === 0
              ? '没有差异 no difference'
              : textTable(['日期 date', '', '差异 difference'], rows, io.columns),
          ].join('\n'),
        ),
      )
    })
}

function both({ zh, en }: Bilingual): string {
  return `${zh} ${en}`
}
