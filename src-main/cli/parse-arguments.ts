import { InvalidArgumentError } from 'commander'
import type { PlainDate, PlainMonth } from '#shared/calendar/plain-date.ts'
import { plainDateSchema, plainMonthSchema } from '#shared/calendar/plain-date.ts'

export function parseDateArgument(text: string): PlainDate {
  if (plainDateSchema.safeParse(text).success) return text
  throw new InvalidArgumentError('A date is written 2024-02-29.')
}

export function parseMonthArgument(text: string): PlainMonth {
  if (plainMonthSchema.safeParse(text).success) return text
  throw new InvalidArgumentError('A month is written 2024-02.')
}

export function parseCountArgument(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text)
  throw new InvalidArgumentError('A whole number from 1 to 99 is needed.')
}

/** How many records; ten million are as many as a demo can grow to. */
export function parseRecordsArgument(text: string): number {
  if (/^\d{1,8}$/.test(text) && Number(text) <= 10_000_000) return Number(text)
  throw new InvalidArgumentError('A whole number up to 10000000 is needed.')
}

export function parseLimitArgument(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('A whole number from 1 to 999 is needed.')
}

export function parsePortArgument(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new InvalidArgumentError('A port is a number up to 65535.')
}

export function parseSecondsArgument(text: string): number {
  if (/^\d{1,2}$/.test(text) && Number(text) <= 60) return Number(text)
  throw new InvalidArgumentError('A whole number of seconds up to 60 is needed.')
}

export function parseUrlArgument(text: string): string {
  const url = URL.parse(text)
  if (url !== null && /^https?:$/.test(url.protocol)) return url.origin
  throw new InvalidArgumentError('An address is written https://market.example.')
}
