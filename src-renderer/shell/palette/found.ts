import type { Found } from '#shared/contracts/console-engine/desk.ts'
import type { Texts } from '../../i18n/texts.ts'

/** Whether every word typed occurs in a label; nothing typed matches all. */
export function matches(label: string, typed: string): boolean {
  const lower = label.toLocaleLowerCase()
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}

/** The status of a hit in words; one that this program does not know is shown as it came. */
export function foundStatus(
  statuses: Texts['statuses'],
  { kind, status }: Pick<Found, 'kind' | 'status'>,
): string {
  const words: Readonly<Record<string, string>> = statuses[kind]
  return words[status] ?? status
}
