import { z } from 'zod'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { roleSchema } from '#shared/contracts/console-platform/roles.ts'

const short = z.string().max(254)
/** A role from a day on; `until` is empty where it has no end. `key` tells rows apart while they are typed. */
const grantDraftSchema = z.strictObject({
  key: short,
  role: roleSchema.nullable(),
  from: short,
  until: short,
})
export type GrantDraft = Readonly<z.infer<typeof grantDraftSchema>>
const grants = z.array(grantDraftSchema).max(50)
const person = { name: short, email: short, staffNumber: short }

function grantsWritten(given: CommandArguments<'user.set-roles'>['grants']): GrantDraft[] {
  return given.map(({ role, from, until }, at) => ({ key: String(at), role, from, until: until ?? '' }))
}

/** As the command takes them: what is not filled in stays what it is, and is refused. */
export function grantsMeant(drafts: readonly GrantDraft[]) {
  return drafts.map(({ role, from, until }) => ({ role, from, until: until === '' ? null : until }))
}

export const rolesDraft = {
  schema: z.strictObject({ grants, reason: z.string().max(4000) }),
  written: ({ grants: given, reason }: CommandArguments<'user.set-roles'>) => ({
    grants: grantsWritten(given),
    reason,
  }),
}

export const personDraft = {
  schema: z.strictObject(person),
  written: ({ name, email, staffNumber }: CommandArguments<'user.change'>) => ({
    ...{ name, email, staffNumber: staffNumber ?? '' },
  }),
}

export const inviteDraft = {
  schema: z.strictObject({ ...person, grants }),
  written: ({ name, email, staffNumber, grants: given }: CommandArguments<'user.invite'>) => ({
    ...{ name, email, staffNumber: staffNumber ?? '', grants: grantsWritten(given) },
  }),
}
