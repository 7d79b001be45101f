import { NumberInput, TagsInput, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { MatchSettingsShown } from '#shared/contracts/console-platform/records/match-settings.ts'
import classes from './bank-matching.module.css'
import { type SettingsDraft, unlikeWord } from './settings-draft.ts'

interface SettingsFormProps {
  readonly draft: SettingsDraft
  readonly standard: MatchSettingsShown
  readonly onChange: (change: Partial<SettingsDraft>) => void
}

const WORD_LISTS = ['bankWords', 'otherPurposes'] as const
const MAX_WORDS = 200
const MAX_WORD = 40

/** The settings of matching; what differs from the standard says so. */
export function SettingsForm({ draft, standard, onChange }: SettingsFormProps) {
  const texts = useTexts().bankMatching
  const label = (name: keyof MatchSettingsShown, text: string): ReactNode => {
    const isChanged = JSON.stringify(draft[name]) !== JSON.stringify(standard[name])
    return (
      <>
        {text} {isChanged ? <span className={classes.changed}>{texts.changed}</span> : null}
      </>
    )
  }
  const { unlikePerMille } = draft
  return (
    <div className={classes.form}>
      <TextInput
        label={label('fixedPart', texts.fixedPart)}
        description={texts.fixedPartLead}
        inputWrapperOrder={['label', 'input', 'description']}
        maxLength={100}
        value={draft.fixedPart}
        onChange={(event) => onChange({ fixedPart: event.currentTarget.value })}
      />
      <TextInput
        label={label('depositWord', texts.depositWord)}
        description={texts.depositWordLead}
        inputWrapperOrder={['label', 'input', 'description']}
        maxLength={MAX_WORD}
        value={draft.depositWord}
        onChange={(event) => onChange({ depositWord: event.currentTarget.value })}
      />
      {WORD_LISTS.map((list) => (
        <TagsInput
          key={list}
          size="xs"
          label={label(list, texts[list])}
          description={texts[`${list}Lead`]}
          inputWrapperOrder={['label', 'input', 'description']}
          placeholder={texts.typeWord}
          maxTags={MAX_WORDS}
          maxLength={MAX_WORD}
          value={[...draft[list]]}
          onChange={(words) => onChange({ [list]: words })}
        />
      ))}
      <NumberInput
        label={label('unlikePerMille', texts.unlike)}
        description={`${texts.unlikeLead} ${texts.standardIs(String(standard.unlikePerMille))}`}
        inputWrapperOrder={['label', 'input', 'description']}
        size="xs"
        classNames={{ wrapper: classes.narrow ?? '' }}
        min={0}
        max={999}
        allowDecimal={false}
        allowNegative={false}
        value={unlikePerMille}
        onChange={(value) => onChange({ unlikePerMille: typeof value === 'number' ? value : '' })}
        rightSectionWidth={112}
        rightSection={
          unlikePerMille === '' ? null : (
            <span className={classes.quiet}>{texts.unlikeWords[unlikeWord(unlikePerMille)]}</span>
          )
        }
      />
    </div>
  )
}
