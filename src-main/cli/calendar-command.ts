import type { Command } from 'commander'
import { loadHolidays } from '#node/resources/load-holidays.ts'
import type { PlainMonth } from '#shared/calendar/plain-date.ts'
import { createWorkingCalendar, nthWorkingDay } from '#shared/calendar/working-calendar.ts'
import { registerCalendarCheckCommand } from './calendar-check-command.ts'
import { registerCalendarImportCommands } from './calendar-import-command.ts'
import type { CliIo } from './cli-io.ts'
import { parseCountArgument, parseMonthArgument } from './parse-arguments.ts'
import { UsageError } from './usage-error.ts'

const EXAMPLES = `
Examples:
  $ marketdesk calendar nth-working-day 10 2024-02
  2024-02-19
  $ marketdesk calendar nth-working-day 10 2024-02 --json

Exit codes: 0 fine, 2 the month has fewer working days or the arguments are bad.
JSON: { month, n, date, provisional }; provisional is true where the holidays of the year are not known yet.`

/** `calendar nth-working-day N MONTH`: by the State Council calendar. */
export function registerCalendarCommand(program: Command, io: CliIo): void {
  const calendar = program.command('calendar').description('工作日 count working days')
  registerCalendarCheckCommand(calendar, io)
  registerCalendarImportCommands(calendar, io)
  calendar
    .command('nth-working-day')
    .description('the Nth working day of a month, by the State Council calendar')
    .argument('<n>', 'which working day, counted from 1', parseCountArgument)
    .argument('<month>', 'the month, as 2024-02', parseMonthArgument)
    .option('--json', 'print JSON of a stable shape')
    .addHelpText('after', EXAMPLES)
    .action(async (n: number, month: PlainMonth, options: { readonly json?: true }) => {
      const holidays = await loadHolidays(new URL('holidays/', io.resources))
      const found = nthWorkingDay(createWorkingCalendar(holidays), month, n)
      if (found === null) throw new UsageError(`${month} has fewer than ${n} working days`)
      const { date, provisional } = found
      if (options.json) return io.print(JSON.stringify({ month, n, date, provisional }, null, 2))
      io.print(
        provisional
          ? `${date} （暂定：没有该年的放假安排 provisional: no holiday table of that year）`
          : date,
      )
    })
}
