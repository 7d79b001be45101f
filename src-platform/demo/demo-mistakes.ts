import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import type { SeededRandom } from './seeded-random.ts'

type Draft = { -readonly [K in keyof Applicant]: Applicant[K] }
type Mistake = (draft: Draft, random: SeededRandom, on: PlainDate) => void

/** What vendors get wrong, one by one: too few, too young, not stated, mistyped, left out, expired. */
export const DEMO_MISTAKES: readonly Mistake[] = [
  (draft, random) => {
    draft.staff = random.int(2, 9)
  },
  (draft, _random, on) => {
    draft.foundedOn = addDays(on, -320)
    draft.licenceIssuedOn = draft.foundedOn
  },
  (draft) => {
    if (draft.registeredCapital !== null) draft.registeredCapital = 30_000_000
  },
  (draft) => {
    draft.registeredCapital = null
  },
  (draft) => {
    draft.serviceHours = { daysPerWeek: 5, hoursPerDay: 7.5, online: false }
  },
  (draft) => {
    draft.serviceHours = null
  },
  (draft) => {
    // The letter O in place of the digit 0: codes copied by hand.
    if (draft.uscc) draft.uscc = draft.uscc.replace('0', 'O')
  },
  (draft) => {
    draft.documents = draft.documents.slice(1)
  },
  (draft, _random, on) => {
    draft.documents = draft.documents.map((document, at) =>
      at === 0 ? { ...document, expiresOn: addDays(on, -40) } : document,
    )
  },
  (draft) => {
    draft.website = null
  },
  (draft) => {
    if (draft.contact) draft.contact = { ...draft.contact, phone: null }
  },
  (draft) => {
    const first = Object.keys(draft.answers).find((key) => draft.answers[key] === true)
    if (first) draft.answers = { ...draft.answers, [first]: false }
  },
]
