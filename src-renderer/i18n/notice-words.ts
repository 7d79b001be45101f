import type { Language } from '#shared/base/bilingual.ts'
import { NOTICE_LABELS } from '#shared/descriptions/notice.ts'
import { NOTICE_HEADINGS } from '#shared/words/headings.ts'
import { inLanguage } from '#shared/words/in-language.ts'
import {
  NOTICE_LANGUAGE_WORDS,
  NOTICE_STEP_WORDS,
  OCCASION_WORDS,
  TOLD_BY_WORDS,
} from '#shared/words/notices.ts'

/** What 通知 shares with files and records. */
export function noticeWords(language: Language) {
  return {
    columns: inLanguage(NOTICE_HEADINGS, language),
    fields: inLanguage(NOTICE_LABELS, language),
    occasions: inLanguage(OCCASION_WORDS, language),
    stepNames: inLanguage(NOTICE_STEP_WORDS, language),
    toldBy: inLanguage(TOLD_BY_WORDS, language),
    // Its keys are languages: as a whole it would be taken for one text in two.
    languages: { zh: NOTICE_LANGUAGE_WORDS.zh[language], en: NOTICE_LANGUAGE_WORDS.en[language] },
  }
}
