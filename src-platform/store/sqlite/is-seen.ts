/** Parts of batches whose records are not seen: not published yet, or removed as a whole. */
const UNSEEN_PARTS = `SELECT id FROM batch_parts WHERE position IS NULL
  UNION ALL SELECT id FROM batch_parts WHERE removed IS NOT NULL`

/** Records that are staged only are not there, nor are those of a part that was removed. */
export const IS_SEEN = `(position >= 0 OR -position NOT IN (${UNSEEN_PARTS}))`

/** Records that are staged and not published. */
export const IS_STAGED = '(position < 0 AND -position IN (SELECT id FROM batch_parts WHERE position IS NULL))'
