import {
  type ChangedSettings,
  type MatchSettingsShown,
  matchSettingsSchema,
} from '#shared/contracts/console-platform/records/match-settings.ts'

/** Settings as typed: the number may be empty while it is written. */
export type SettingsDraft = Omit<MatchSettingsShown, 'unlikePerMille'> & {
  readonly unlikePerMille: number | ''
}

/** The settings a form holds; null where a part is missing or out of its bounds. */
export function settingsOf(draft: SettingsDraft): MatchSettingsShown | null {
  const fixedPart = draft.fixedPart.trim()
  const depositWord = draft.depositWord.trim()
  const parsed = matchSettingsSchema.safeParse({ ...draft, fixedPart, depositWord })
  return parsed.success && fixedPart !== '' && depositWord !== '' ? parsed.data : null
}

export function isSame(one: MatchSettingsShown, other: MatchSettingsShown): boolean {
  return settingsKey(one) === settingsKey(other)
}

/** Which parts of settings differ from the standard. */
export function changedFrom(standard: MatchSettingsShown, wanted: MatchSettingsShown): ChangedSettings {
  const differs = <N extends keyof MatchSettingsShown>(name: N): MatchSettingsShown[N] | null =>
    isSame(standard, { ...standard, [name]: wanted[name] }) ? null : wanted[name]
  return {
    fixedPart: differs('fixedPart'),
    depositWord: differs('depositWord'),
    bankWords: differs('bankWords'),
    otherPurposes: differs('otherPurposes'),
    unlikePerMille: differs('unlikePerMille'),
  }
}

/** Names settings by what they say; the order of words says nothing. */
function settingsKey({ bankWords, otherPurposes, ...rest }: MatchSettingsShown): string {
  const { fixedPart, depositWord, unlikePerMille } = rest
  return JSON.stringify([
    fixedPart,
    depositWord,
    unlikePerMille,
    [...bankWords].sort(),
    [...otherPurposes].sort(),
  ])
}

/** How strict a difference of names is, in a word. */
export function unlikeWord(perMille: number): 'exact' | 'strict' | 'usual' | 'loose' {
  if (perMille === 0) return 'exact'
  if (perMille < 250) return 'strict'
  return perMille <= 400 ? 'usual' : 'loose'
}
