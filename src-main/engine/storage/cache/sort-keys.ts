/** Sort keys that are never null: what has no date comes last. Indexes and queries must spell them the same. */
export const DUE_KEY = "ifnull(dueOn, '9999-12-31')"
/** See reading-key.ts. */
export const NAME_KEY = 'reading_key(name)'
export const SUBMITTED_KEY = "ifnull(submittedAt, '9999-12-31')"
export const EXPIRY_KEY = "ifnull(expiresAt, '9999-12-31')"
