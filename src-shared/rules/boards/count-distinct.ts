/**
 * How many different members each group has: rows `at` belong to group `groups[at]` and member `members[at]`. A member
 * in several groups counts in each; the count of all groups together is a union, never their sum. Both are whole
 * numbers from 0 on, below `groupCount` and `memberCount`.
 */
export function countDistinct(
  groups: Uint32Array,
  members: Uint32Array,
  groupCount: number,
  memberCount: number,
): Uint32Array {
  // Rows by group, in place of a set for each: one stamp a member says in which group it was seen last.
  const ends = new Uint32Array(groupCount + 1)
  for (let at = 0; at < groups.length; at += 1)
    ends[(groups[at] ?? 0) + 1] = (ends[(groups[at] ?? 0) + 1] ?? 0) + 1
  for (let group = 1; group <= groupCount; group += 1)
    ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0)
  const starts = ends.slice(0, groupCount)
  const sorted = new Uint32Array(groups.length)
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] ?? 0
    const place = starts[group] ?? 0
    sorted[place] = members[at] ?? 0
    starts[group] = place + 1
  }
  const seenIn = new Uint32Array(memberCount)
  const distinct = new Uint32Array(groupCount)
  for (let group = 0; group < groupCount; group += 1) {
    let count = 0
    const end = ends[group + 1] ?? 0
    for (let at = ends[group] ?? 0; at < end; at += 1) {
      const member = sorted[at] ?? 0
      if (seenIn[member] === group + 1) continue
      seenIn[member] = group + 1
      count += 1
    }
    distinct[group] = count
  }
  return distinct
}
