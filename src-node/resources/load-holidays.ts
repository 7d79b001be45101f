import type { HolidayYear } from '#shared/calendar/holiday-year.ts'
import { holidayYearSchema } from '#shared/calendar/holiday-year.ts'
import type { ResourceFolder } from './read-checked.ts'
import { readChecked } from './read-checked.ts'
import { ResourceError } from './resource-error.ts'

/**
 * Loads every holiday table of a folder (`<year>.json`), ordered by year.
 * @throws ResourceError where a file is not a table or is named for another year.
 */
export async function loadHolidays(folder: ResourceFolder): Promise<readonly HolidayYear[]> {
  const files = await readChecked(folder, ['.json'], holidayYearSchema)
  const problems = files
    .filter(({ file, value }) => file !== `${value.year}.json`)
    .map(({ file, value }) => ({ file, place: 'year', message: `the file is not named ${value.year}.json` }))
  if (problems.length > 0) throw new ResourceError(problems)
  return files.map(({ value }) => value)
}
