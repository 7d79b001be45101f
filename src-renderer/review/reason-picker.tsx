import { Checkbox } from '@mantine/core'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { REASON_LIMIT, type ReasonChoice } from './reason-choice.ts'
import classes from './reason-picker.module.css'

interface ReasonPickerProps {
  readonly choices: readonly ReasonChoice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** Reasons to tick: judged rules of the case first, then the ready sentences of the pack. */
export function ReasonPicker({ choices, chosen, onChange }: ReasonPickerProps) {
  const texts = useTexts().review.form
  const say = useBilingual()
  const full = chosen.length >= REASON_LIMIT
  return (
    <fieldset className={classes.picker}>
      <legend className={classes.legend}>
        {texts.reasons} <span className={classes.count}>{texts.chosen(chosen.length)}</span>
      </legend>
      {choices.length === 0 ? <p className={classes.none}>{texts.noReasons}</p> : null}
      {choices.map((choice) => {
        const ticked = chosen.includes(choice.id)
        return (
          <Checkbox
            key={choice.id}
            size="xs"
            className={classes.choice}
            disabled={full && !ticked}
            checked={ticked}
            onChange={() => onChange(toggled(choices, chosen, choice.id))}
            label={
              <>
                <span className={classes.origin} data-origin={choice.origin}>
                  {texts.origin[choice.origin]}
                </span>
                {say(choice.label)}
              </>
            }
          />
        )
      })}
    </fieldset>
  )
}

/** Chosen reasons keep the order in which they are offered, so that a note reads from what blocks to the rest. */
function toggled(choices: readonly ReasonChoice[], chosen: readonly string[], id: string): string[] {
  const wanted = new Set(chosen)
  if (!wanted.delete(id)) wanted.add(id)
  return choices.map((choice) => choice.id).filter((other) => wanted.has(other))
}
