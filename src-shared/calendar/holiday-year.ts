import { z } from 'zod'
import { plainDateSchema } from './plain-date.ts'

const namedDaySchema = z.strictObject({ date: plainDateSchema, name: z.string().min(1).max(40) })

/** One year's notice of the State Council: days off, and weekend days worked instead (调休). */
export const holidayYearSchema = z.strictObject({
  year: z.int().min(1949).max(9999),
  /** Addresses of the notices. */
  papers: z.array(z.url()).min(1),
  off: z.array(namedDaySchema).max(100),
  makeUp: z.array(namedDaySchema).max(50),
})
export type HolidayYear = Readonly<z.infer<typeof holidayYearSchema>>
