import { useTexts } from '#renderer/i18n/language-context.ts'
import type { ContactRow } from '#shared/contracts/console-engine/contacts.ts'
import classes from './contacts.module.css'

/** By when an answer is due, and that it is late, in words too. */
export function AnswerDue({ waits }: Pick<ContactRow, 'waits'>) {
  const texts = useTexts()
  if (waits === null) return texts.format.none
  if (!waits.overdue) return waits.dueOn
  return <span className={classes.late}>{texts.contacts.overdueOn(waits.dueOn)}</span>
}
