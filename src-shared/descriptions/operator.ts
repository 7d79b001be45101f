import type { Bilingual } from '../base/bilingual.ts'
import type { CommandAbout, CommandArguments } from '../contracts/console-platform/commands.ts'
import type { Grant, Operator } from '../contracts/console-platform/records/operator.ts'
import { type Description, entries, UNSAID } from '../values/description.ts'
import { day, labelled, phrase, term } from '../values/value.ts'
import { ROLE_WORDS } from '../words/roles.ts'
import { LABELS, textOf, yesNoOf } from './common.ts'

/** What the fields of an account are called. */
export const OPERATOR_LABELS = {
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  staffNumber: { zh: '工号', en: 'Staff number' },
  roles: { zh: '角色', en: 'Roles' },
  grants: { zh: '角色与期限', en: 'Roles and their days' },
  active: { zh: '启用', en: 'Active' },
} as const satisfies Readonly<Record<string, Bilingual>>

const GRANTS = entries<Grant>(
  OPERATOR_LABELS.grants,
  ({ role, from, until }) => `${role} ${from} ${until}`,
  ({ role, from, until }) =>
    phrase(term(role, ROLE_WORDS[role]), labelled(LABELS.from, day(from)), labelled(LABELS.to, day(until))),
)

/** How a colleague is said. */
export const OPERATOR: Description<Operator> = {
  id: UNSAID,
  version: UNSAID,
  name: textOf(OPERATOR_LABELS.name),
  roles: entries<Operator['roles'][number]>(
    OPERATOR_LABELS.roles,
    (role) => role,
    (role) => term(role, ROLE_WORDS[role]),
  ),
  grants: GRANTS,
  active: yesNoOf(OPERATOR_LABELS.active),
  updatedAt: UNSAID,
}

const person = {
  name: textOf(OPERATOR_LABELS.name),
  email: textOf(OPERATOR_LABELS.email),
  staffNumber: textOf(OPERATOR_LABELS.staffNumber),
}
const why = { reason: textOf(LABELS.reason) }

/** What the commands about accounts say. */
export const USER_COMMANDS_SAID: {
  readonly [T in CommandAbout<'operator'>]: Description<CommandArguments<T>>
} = {
  'user.set-roles': { grants: GRANTS, ...why },
  'user.change': person,
  'user.sign-out-everywhere': why,
  'user.reset-second-factor': why,
  'user.deactivate': why,
  'user.activate': why,
  'user.invite': { ...person, grants: GRANTS },
}
