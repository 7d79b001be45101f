import type { Texts } from '#renderer/i18n/texts.ts'

/** The words of an action in a history: a command, or the vendor's own doing; an unknown one is shown as it is. */
export function actionWords(action: string, texts: Texts): string {
  const commands: Readonly<Record<string, string>> = texts.commands.done
  const vendor: Readonly<Record<string, string>> = texts.review.history.vendor
  return commands[action] ?? vendor[action] ?? action
}
