import { setImmediate } from 'node:timers/promises'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Command } from '#shared/contracts/console-platform/commands.ts'
import { OCCASIONS_BY_COMMAND } from '#shared/contracts/console-platform/occasions-by-command.ts'
import { type Notice, noticeAddressSchema } from '#shared/contracts/console-platform/records/notice.ts'
import type { NoticeTemplate } from '#shared/contracts/console-platform/records/notice-template.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { renderNotice } from '#shared/rules/notices/notice-template.ts'
import type { NoticeValues, Occasion } from '#shared/rules/notices/occasions.ts'
import { templateInForce } from '#shared/rules/notices/template-in-force.ts'
import { audit } from '../audit/audit-log.ts'
import { assertReadable } from '../commands/readable.ts'
import { type CommandSetting, PLATFORM_ACTOR } from '../commands/ruling.ts'
import type { Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'
import { type CommandOccasion, type Fact, OCCASION_FACTS } from './occasion-facts.ts'
import { rulesToTell } from './rules-to-tell.ts'
import type { ToTell } from './to-tell.ts'

/** Notices made before readers have their turn. */
const MADE_AT_ONCE = 50

/** Most characters of a value: what a person wrote may be longer. */
const VALUE_LIMIT = 4000

/** What notices are made with. */
export interface NoticeSetting {
  readonly platform: Pick<Platform, 'policies' | 'newId' | 'noticeTemplates'>
  readonly transaction: StoreTransaction
  readonly at: string
  readonly commandId: string | null
}

/** Makes the notices of what an applied command wrote, in its own transaction: each of its occasions that shows there. */
export async function makeNotices(
  setting: CommandSetting,
  { id, type, recordId }: Pick<Command, 'id' | 'type' | 'recordId'>,
): Promise<void> {
  for (const occasion of OCCASIONS_BY_COMMAND[type]) {
    const all = await toTell(setting, occasion, recordId)
    const set = all.length === 0 ? [] : await setting.transaction.ofProvider('noticeTemplate', '', '')
    for (const [at, told] of all.entries()) {
      if (at > 0 && at % MADE_AT_ONCE === 0) await setImmediate()
      const cause = `${id} ${occasion} ${told.providerId} ${told.about.id}`
      await makeNotice(setting, { ...told, occasion, cause }, set)
    }
  }
}

type Told = Omit<ToTell, 'occasion' | 'cause'>

async function toTell(
  setting: CommandSetting,
  occasion: Occasion,
  recordId: string,
): Promise<readonly Told[]> {
  // Of calls, and by the clock, it is told where they are looked at.
  if (occasion === 'interface-call-failed' || occasion === 'interface-failures') return []
  if (occasion === 'deposit-overdue') return []
  if (occasion === 'rules-changed') return rulesToTell(setting, recordId)
  return setting.written.flatMap((written): Told[] => {
    const fact = factOf(occasion, setting, written)
    if (fact === null) return []
    return [written.kind === 'application' ? { ...fact, contact: written.after.applicant.contact } : fact]
  })
}

function factOf(
  occasion: CommandOccasion,
  setting: CommandSetting,
  written: CommandSetting['written'][number],
): (Omit<Fact, 'values'> & { readonly values: NoticeValues }) | null {
  return OCCASION_FACTS[occasion](written, setting)
}

/**
 * Makes one notice by the template in force, `set` being those somebody set; null where its cause has made one already.
 * Without an address it waits to be told.
 */
export async function makeNotice(
  setting: NoticeSetting,
  told: ToTell,
  set: readonly NoticeTemplate[],
): Promise<Notice | null> {
  const { transaction, platform, at, commandId } = setting
  const { occasion, marketplace, providerId, about, cause } = told
  if ((await transaction.named('notice', marketplace, cause)) !== null) return null
  const provider = await transaction.get('provider', providerId)
  const providerName = provider?.name ?? providerId
  const template = templateInForce(set, platform.noticeTemplates, occasion, marketplace)
  if (template === null) throw new Error(`there is no template of ${occasion}`)
  const on = shanghaiDate(at)
  const values = within({
    ...told.values,
    provider: { zh: providerName, en: providerName },
    marketplace: packInForce(platform.policies.packs, marketplace, on)?.name ?? {
      zh: marketplace,
      en: marketplace,
    },
    date: { zh: on, en: on },
  })
  const recipient = recipientOf(told.contact ?? provider?.contact ?? null)
  const notice: Notice = {
    ...{ id: platform.newId(), version: 1, marketplace, providerId, providerName, occasion, about, cause },
    template: { marketplace: template.marketplace, number: template.number },
    channel: recipient.email === null ? 'person' : 'mail',
    language: 'zh',
    said: { texts: renderNotice(template.texts, values), values },
    ...{ recipient, steps: [], madeAt: at, updatedAt: at },
  }
  assertReadable('notice', notice)
  await transaction.put('notice', notice)
  await audit(transaction, {
    ...{ at, actor: PLATFORM_ACTOR.id, action: 'notice.make', recordKind: 'notice', recordId: notice.id },
    ...{ before: null, after: notice },
    ...(commandId === null ? {} : { commandId }),
  })
  return notice
}

function within(values: NoticeValues): Record<string, Bilingual> {
  return Object.fromEntries(
    Object.entries(values).map(([name, { zh, en }]) => [
      name,
      { zh: zh.slice(0, VALUE_LIMIT), en: en.slice(0, VALUE_LIMIT) },
    ]),
  )
}

/** Whom a mail can reach: an address that is none is as good as missing. */
function recipientOf(contact: Provider['contact']): NonNullable<Notice['recipient']> {
  const email = noticeAddressSchema.safeParse(contact?.email?.trim())
  return {
    name: contact?.name?.slice(0, 200) ?? null,
    email: email.success ? email.data : null,
    phone: contact?.phone?.slice(0, 64) ?? null,
    former: [],
  }
}
