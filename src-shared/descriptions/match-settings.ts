import type { Bilingual } from '../base/bilingual.ts'
import type {
  ChangedSettings,
  MatchSettingsRecord,
} from '../contracts/console-platform/records/match-settings.ts'
import { type Description, field, parts, UNSAID } from '../values/description.ts'
import { instant, list, NOTHING, phrase, term, text } from '../values/value.ts'
import { MATCH_SETTING_WORDS as WORDS } from '../words/match-settings.ts'
import { countOf, history, LABELS, marketplace, textOf } from './common.ts'

const NO_WORDS = term('none', { zh: '没有字样', en: 'no words' })
const words = (label: Bilingual) =>
  field<readonly string[] | null>(label, (said) =>
    said === null ? NOTHING : said.length === 0 ? NO_WORDS : list(said.map((each) => text(each))),
  )

/** What differs from the standard; nothing is said of what does not. */
export const CHANGED_SETTINGS: Description<ChangedSettings> = {
  fixedPart: textOf(WORDS.fixedPart),
  depositWord: textOf(WORDS.depositWord),
  bankWords: words(WORDS.bankWords),
  otherPurposes: words(WORDS.otherPurposes),
  unlikePerMille: countOf(WORDS.unlikePerMille),
}

export const SETTINGS_NUMBER = countOf({ zh: '序号', en: 'Number' })

/** How settings of matching are said. */
export const MATCH_SETTINGS: Description<MatchSettingsRecord> = {
  id: UNSAID,
  version: UNSAID,
  marketplace,
  number: SETTINGS_NUMBER,
  changed: parts(CHANGED_SETTINGS),
  reason: textOf(LABELS.reason),
  set: field<MatchSettingsRecord['set']>({ zh: '采用', en: 'Set' }, ({ byName, at }) =>
    phrase(text(byName), instant(at)),
  ),
  history,
  updatedAt: UNSAID,
}
