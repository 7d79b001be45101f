import type { Words } from '../words.ts'
import type { format as original } from '../zh/format.ts'

const days = (count: number) => `${count} working ${count === 1 ? 'day' : 'days'}`

export const format: Words<typeof original> = {
  beijingTime: 'Beijing time',
  justNow: 'just now',
  secondsAgo: (count) => `${count} s ago`,
  minutesAgo: (count) => `${count} min ago`,
  hoursAgo: (count) => `${count} h ago`,
  daysAgo: (count) => `${count} d ago`,
  never: 'never',
  copy: 'Copy',
  copied: 'Copied',
  none: '—',
  yes: 'Yes',
  no: 'No',
  expiry: {
    over: (day: string) => `${day}, over`,
    soon: (day: string) => `${day}, soon`,
    later: (day: string) => day,
  },
  clock: {
    left: (count) => `${days(count)} left`,
    today: 'Due today',
    late: 'Late',
    overdue: (count) => `${days(count)} late`,
    due: (date) => `Due ${date}`,
    provisional: 'No holiday table for that year yet; counted by weekends only',
    provisionalMark: '(provisional)',
  },
}
