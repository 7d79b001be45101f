/** Percent of the width that the list takes beside an open case. */
export const LIST_SHARE = { least: 20, most: 70, asDesigned: 40, step: 2 } as const

/** A share that leaves room for both, in whole percent. */
export function withinShare(percent: number): number {
  return Math.round(Math.min(LIST_SHARE.most, Math.max(LIST_SHARE.least, percent)))
}

/** The share after a key on the divider; null for a key that does not move it. */
export function shareAfterKey(percent: number, key: string): number | null {
  const next = {
    ArrowLeft: percent - LIST_SHARE.step,
    ArrowRight: percent + LIST_SHARE.step,
    Home: LIST_SHARE.least,
    End: LIST_SHARE.most,
  }[key]
  return next === undefined ? null : withinShare(next)
}
