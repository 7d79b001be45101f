import { z } from 'zod'

/** ULID: 48 bits of time and 80 of chance, sortable, Crockford base 32. */
export const ulidSchema = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'not a ULID')
/** What a record is named by: a ULID where it comes to be with a command, else as the platform names it. */
export const recordIdSchema = z.string().min(1).max(64)
/** SHA-256 of a file's bytes, lower-case hex: files are stored and named by it. */
export const fileHashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in lower-case hex')
/** The key of a marketplace, as the folder of its policy packs is named. */
export const marketplaceSchema = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/, 'not a marketplace key')
export type Marketplace = z.infer<typeof marketplaceSchema>

/** An instant in UTC, milliseconds, as `2026-11-21T06:05:00.000Z`; sorts as text. */
export const instantSchema = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof instantSchema>
