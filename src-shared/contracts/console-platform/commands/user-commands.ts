import { z } from 'zod'
import { grantsSchema, operatorSchema } from '../records/operator.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { ADMINS } from './who-may.ts'

const reason = noteSchema.min(2).max(500)
/** An e-mail address is how somebody signs in; a staff number 工号 tells that two accounts are one person's. */
const person = {
  name: operatorSchema.shape.name.trim().min(1),
  email: z.email().max(254),
  staffNumber: z.string().trim().min(1).max(40).nullable(),
}
/** A span that ends before it begins holds on no day. */
const grants = grantsSchema.refine(
  (all) => all.every(({ from, until }) => until === null || from <= until),
  'a role ends before it begins',
)

const shared = {
  about: 'operator',
  makesRecord: false,
  roles: ADMINS,
  offline: 'refused',
  seen: 'compared',
} as const

/** What is done with the account of a colleague 用户与权限. Who acts is not the one it is done to: see `ownAccountBars`. */
export const USER_COMMANDS = {
  'user.set-roles': { ...shared, arguments: z.strictObject({ grants, reason }) },
  'user.change': { ...shared, arguments: z.strictObject(person) },
  'user.sign-out-everywhere': { ...shared, arguments: z.strictObject({ reason }) },
  'user.reset-second-factor': { ...shared, arguments: z.strictObject({ reason }) },
  'user.deactivate': { ...shared, arguments: z.strictObject({ reason }) },
  'user.activate': { ...shared, arguments: z.strictObject({ reason }) },
  /** The account is there at once; nobody signs in to it before its invitation is taken up. */
  'user.invite': {
    ...shared,
    makesRecord: true,
    seen: 'not-compared',
    arguments: z.strictObject({ ...person, grants: grants.min(1) }),
  },
} as const satisfies CommandSheets
