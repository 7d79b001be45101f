import type { Words } from '../words.ts'
import type { lookUp as zh } from '../zh/look-up.ts'

export const lookUp: Words<typeof zh> = {
  label: 'Look-up',
  placeholder: 'Name, pinyin, id, order, invoice or bank serial…',
  hint: 'Any part of a name, from one character on; pinyin in whole syllables or initials, under every reading; ids by their beginning. ↑↓ to choose, Enter to open.',
  hits: 'What was found',
  focus: 'Back to the box',
  more: (kind: string) => `There are more: ${kind} only`,
  allKinds: 'All kinds',
  user: {
    title: 'User',
    back: 'Back',
    facts: 'Profile',
    id: 'User id',
    names: 'Names',
    marketplaces: 'Marketplaces',
    subscriptions: 'Subscriptions',
    clusters: 'Clusters',
    orders: 'Orders',
    none: 'None',
    more: (count: number) => `Only the newest ${count} are listed`,
    timeline: 'Timeline',
    steps: {
      subscribed: 'Subscribed',
      expires: 'Subscription ends',
      installed: 'Installed on a cluster',
    },
  },
  reveal: {
    title: 'Personal data',
    reason: 'Reason',
    lead: 'Your copy holds no personal data. Showing it needs the platform and a reason; who looked, when and why is kept in the audit log. It is not stored on this computer.',
    example: 'e.g. the caller asks which phone number we have',
    show: 'Show',
    hide: 'Hide',
    none: 'There is no personal data on this record',
    logged: 'Kept in the audit log',
  },
  filling: 'The first sync is not over: all records are found by name once it is.',
  nothing: (text: string) =>
    `Nothing was found for “${text}”. Try another part of the name, its initials in pinyin, or the beginning of the id.`,
}
