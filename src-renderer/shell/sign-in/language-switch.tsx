import { SegmentedControl } from '@mantine/core'
import { useLanguage, useTexts } from '../../i18n/language-context.ts'
import { LANGUAGES } from '../../i18n/words.ts'

/** 中文 or English. */
export function LanguageSwitch() {
  const texts = useTexts().shell.language
  const { language, choose } = useLanguage()
  return (
    <SegmentedControl
      aria-label={texts.name}
      data={LANGUAGES.map((value) => ({ value, label: texts[value] }))}
      value={language}
      onChange={choose}
    />
  )
}
