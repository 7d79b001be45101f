/** Indexes and queries must spell keys the same. Those of dates are never null: what has none comes last. */
export const DUE_KEY = "ifnull(dueOn, '9999-12-31')"
/** See reading-key.ts. */
export const NAME_KEY = 'reading_key(name)'
/** What a red letter takes back; null for any other invoice. */
export const ORIGINAL_KEY = "body ->> '$.redLetter.original'"
export const SUBMITTED_KEY = "ifnull(submittedAt, '9999-12-31')"
export const EXPIRY_KEY = "ifnull(expiresAt, '9999-12-31')"
