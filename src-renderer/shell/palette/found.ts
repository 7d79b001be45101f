import type { Found } from '#shared/contracts/console-engine/desk.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { synonymsOf } from '#shared/words/synonyms.ts'
import type { Texts } from '../../i18n/texts.ts'

/** Whether every word typed occurs in a label or in another word for it; nothing typed matches all. */
export function matches(label: string, typed: string): boolean {
  const words = [label.toLocaleLowerCase(), ...synonymsOf(label)]
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.includes(part)))
}

/** The status of a hit in words; one that this program does not know is shown as it came. */
export function foundStatus(
  statuses: Texts['statuses'],
  { kind, status }: Pick<Found, 'kind' | 'status'>,
): string {
  const words: Partial<Record<Found['kind'], Readonly<Record<string, string>>>> = statuses
  return words[kind]?.[status] ?? status
}

/** What kind of thing was found. */
export function foundKindName(texts: Texts, kind: Found['kind']): string {
  return kind === 'user' ? texts.lookUp.user.title : texts.roles.recordKind[kind]
}

/** What a hit says beside its title: its kind, where it belongs, how much, how it stands, and that more is to come. */
export function aboutFound(texts: Texts, hit: Found, marketplaceName: (key: string) => string): string {
  return [foundKindName(texts, hit.kind), aboutWithin(texts, hit, marketplaceName)]
    .filter((part) => part !== '')
    .join(' · ')
}

/** The same without its kind, where that stands above. */
export function aboutWithin(texts: Texts, hit: Found, marketplaceName: (key: string) => string): string {
  return [
    hit.marketplace === null ? '' : marketplaceName(hit.marketplace),
    hit.subtitle,
    hit.amount === null ? '' : formatYuan(hit.amount),
    foundStatus(texts.statuses, hit),
    hit.pending ? texts.statuses.outbox.queued : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
