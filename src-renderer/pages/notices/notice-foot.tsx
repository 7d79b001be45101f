import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { caseActions } from '#renderer/review/decision-bar.tsx'
import { CaseFoot } from '#renderer/review/forms/case-foot.tsx'
import { CommandForm } from '#renderer/review/forms/command-form.tsx'
import { formAbout } from '#renderer/review/forms/command-forms.ts'
import type { CaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { ReasonField } from '#renderer/review/reason-field.tsx'
import { useMissing } from '#renderer/review/use-missing.ts'
import type { NoticeCase } from '#shared/contracts/console-engine/notices.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import { TOLD_BY } from '#shared/contracts/console-platform/records/notice.ts'
import { noticeAllows } from '#shared/contracts/console-platform/transitions/notice-transitions.ts'
import classes from './notices.module.css'

interface NoticeFootProps {
  readonly opened: NoticeCase
  readonly forms: CaseForms
}

/** What can be done with a notice, and the form in which it is being done. */
export function NoticeFoot({ opened, forms }: NoticeFootProps) {
  const texts = useTexts()
  const { notice, allowed, status } = opened
  const missing = useMissing('notice', allowed, (type) => notice.said !== null && noticeAllows(notice, type))
  return (
    <CaseFoot
      forms={forms}
      actions={caseActions(allowed, forms, texts.commands.doing)}
      openId={forms.open}
      missing={missing}
      idle={texts.notices.idle[status]}
    >
      <OpenForm opened={opened} forms={forms} />
    </CaseFoot>
  )
}

function OpenForm({ opened, forms }: NoticeFootProps): ReactElement | null {
  const open = formAbout('notice', forms.open)
  switch (open) {
    case 'notice.mark-told':
      return <ToldForm forms={forms} />
    case 'notice.resend':
      return <ResendForm opened={opened} forms={forms} />
    case 'notice.cancel':
      return <CancelForm forms={forms} />
    case null:
      return null
  }
}

/** By which channel, and what was said. */
function ToldForm({ forms }: Pick<NoticeFootProps, 'forms'>) {
  const texts = useTexts()
  const words = texts.notices
  const draft = forms.drafts['notice.mark-told'] ?? { channel: 'wechat' as const, note: '' }
  const given = COMMAND_ARGUMENTS['notice.mark-told'].safeParse(draft)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['notice.mark-told']}
      lead={words.toldLead}
      submitLabel={texts.commands.doing['notice.mark-told']}
      blocked={given.success ? null : words.incomplete}
      onSubmit={() => given.success && forms.submit('notice.mark-told', given.data)}
    >
      <NativeSelect
        label={words.fields.told}
        data={TOLD_BY.map((value) => ({ value, label: words.toldBy[value] }))}
        value={draft.channel}
        onChange={({ currentTarget: { value } }) => {
          const channel = TOLD_BY.find((each) => each === value)
          if (channel !== undefined) forms.write('notice.mark-told', { ...draft, channel })
        }}
      />
      <ReasonField
        label={words.note}
        value={draft.note}
        onChange={(note) => forms.write('notice.mark-told', { ...draft, note })}
      />
    </CommandForm>
  )
}

/** To which address, in which language. */
function ResendForm({ opened, forms }: NoticeFootProps) {
  const texts = useTexts()
  const words = texts.notices
  const { notice, knownEmail, status } = opened
  const draft = forms.drafts['notice.resend'] ?? { language: notice.language, email: knownEmail ?? '' }
  const write = (part: Partial<typeof draft>) => forms.write('notice.resend', { ...draft, ...part })
  const given = COMMAND_ARGUMENTS['notice.resend'].safeParse(draft)
  const mayDouble = status === 'sent' || status === 'unclear'
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['notice.resend']}
      lead={mayDouble ? words.resendAgainLead : words.resendLead}
      submitLabel={texts.commands.doing['notice.resend']}
      blocked={given.success ? null : words.addressWrong}
      onSubmit={() => given.success && forms.submit('notice.resend', given.data)}
    >
      <div className={classes.fields}>
        <TextInput
          type="email"
          label={words.fields.email}
          maxLength={254}
          value={draft.email}
          onChange={(event) => write({ email: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.fields.language}
          data={(['zh', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
          value={draft.language}
          onChange={({ currentTarget: { value } }) => write({ language: value === 'en' ? 'en' : 'zh' })}
        />
      </div>
    </CommandForm>
  )
}

function CancelForm({ forms }: Pick<NoticeFootProps, 'forms'>) {
  const texts = useTexts()
  const words = texts.notices
  const draft = forms.drafts['notice.cancel'] ?? { reason: '' }
  const given = COMMAND_ARGUMENTS['notice.cancel'].safeParse(draft)
  return (
    <CommandForm
      place={forms}
      title={texts.commands.doing['notice.cancel']}
      lead={words.cancelLead}
      submitLabel={texts.commands.doing['notice.cancel']}
      blocked={given.success ? null : words.incomplete}
      onSubmit={() => given.success && forms.submit('notice.cancel', given.data)}
    >
      <ReasonField
        label={words.reason}
        value={draft.reason}
        onChange={(reason) => forms.write('notice.cancel', { reason })}
      />
    </CommandForm>
  )
}
