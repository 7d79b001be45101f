/** Records that are staged only are not there. */
export const IS_SEEN =
  '(position >= 0 OR -position NOT IN (SELECT id FROM batch_parts WHERE position IS NULL))'
