import { Button, CopyButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { NotVisible } from '#renderer/shell/states/not-visible.tsx'
import { NoticeStatusMark } from '#renderer/shell/status/board-marks.tsx'
import type { NoticeCase } from '#shared/contracts/console-engine/notices.ts'
import type { Notice, NoticeStep } from '#shared/contracts/console-platform/records/notice.ts'
import { noticeHistory } from '#shared/contracts/console-platform/transitions/notice-transitions.ts'
import { NoticeFoot } from './notice-foot.tsx'
import classes from './notices.module.css'

interface OpenNoticeProps extends QueueCaseProps {
  readonly opened: NoticeCase
}

/** One notice, once the engine has laid it out. Use it under a `key` of its id. */
export function NoticeCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.notices.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenNotice {...props} opened={query.data} />
}

/** One notice: to whom, the text as it is sent, each try and what the server said. */
function OpenNotice({ opened, wide, onWide, nextId, onShow }: OpenNoticeProps) {
  const texts = useTexts()
  const words = texts.notices
  const { fields } = words
  const { none } = texts.format
  const say = useBilingual()
  const { notice } = opened
  const sent = notice.said?.texts[notice.language] ?? null
  const title = sent?.subject ?? words.occasions[notice.occasion]
  const forms = useCaseForms({
    kind: 'notice',
    record: { ...notice, history: noticeHistory(notice) },
    ...{ title, seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  const { recipient, steps } = notice
  return (
    <CaseFrame
      head={
        <CaseHead title={title} wide={wide} onWide={onWide} onClose={onClose}>
          <NoticeStatusMark status={opened.status} />
          <span>{words.occasions[notice.occasion]}</span>
          <span>{say(opened.marketplaceName)}</span>
          <CopyId id={notice.id} />
        </CaseHead>
      }
      document={null}
      foot={<NoticeFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={notice.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={words.recipient}>
        <Facts
          facts={[
            [
              fields.recipient,
              <RecordLink key="provider" kind="provider" id={notice.providerId}>
                {notice.providerName}
              </RecordLink>,
            ],
            ...(recipient === null
              ? [[fields.email, <NotVisible key="email" what="personal-data" />] as const]
              : [
                  [words.contactName, recipient.name ?? none] as const,
                  [fields.email, recipient.email ?? words.noAddress] as const,
                  [fields.phone, recipient.phone ?? none] as const,
                  ...(recipient.former.length === 0
                    ? []
                    : [[fields.former, texts.review.listed(recipient.former)] as const]),
                ]),
            [
              fields.about,
              <RecordLink key="about" kind={notice.about.kind} id={notice.about.id}>
                {texts.roles.recordKind[notice.about.kind]}
              </RecordLink>,
            ],
            [fields.language, words.languages[notice.language]],
            [fields.number, notice.template.number === 0 ? words.shipped : String(notice.template.number)],
          ]}
        />
      </CaseSection>
      <CaseSection
        title={words.asSent}
        aside={sent === null ? null : <CopyLetter text={`${sent.subject}\n\n${sent.text}`} />}
      >
        {sent === null ? (
          <NotVisible what={notice.about.kind} />
        ) : (
          <div className={classes.letter}>
            <strong>{sent.subject}</strong>
            <p className={classes.text}>{sent.text}</p>
          </div>
        )}
      </CaseSection>
      <CaseSection title={words.steps}>
        <p className={classes.quiet}>
          {words.madeAt} <Moment at={notice.madeAt} />
        </p>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <StepLine key={`${step.at} ${step.step}`} step={step} />
          ))}
        </ol>
        {isLocal(notice) ? <p className={classes.quiet}>{words.localMailbox}</p> : null}
      </CaseSection>
    </CaseFrame>
  )
}

/** Whether what was sent last lies in the local mailbox. */
function isLocal({ steps }: Pick<Notice, 'steps'>): boolean {
  const last = steps.findLast(({ step }) => step === 'sent')
  return last?.step === 'sent' && last.via === 'local'
}

function StepLine({ step }: { readonly step: NoticeStep }) {
  const texts = useTexts()
  const words = texts.notices
  return (
    <li>
      <div className={classes.head}>
        <strong>{words.stepNames[step.step]}</strong>
        <span>
          {'byName' in step ? `${step.byName} ` : ''}
          <Moment at={step.at} />
        </span>
        {step.step === 'deferred' ? (
          <span>
            {words.nextTry} <Moment at={step.until} />
          </span>
        ) : null}
      </div>
      <StepSaid step={step} />
    </li>
  )
}

function StepSaid({ step }: { readonly step: NoticeStep }) {
  const words = useTexts().notices
  switch (step.step) {
    case 'handed':
      return null
    case 'sent':
    case 'deferred':
    case 'bounced':
    case 'failed':
    case 'unclear':
      return step.answer === '' ? null : <p className={classes.answer}>{step.answer}</p>
    case 'resent':
      return <p className={classes.text}>{words.languages[step.said.language]}</p>
    case 'cancelled':
      return <p className={classes.text}>{step.said.reason}</p>
    case 'told':
      return (
        <p className={classes.text}>
          {words.toldBy[step.said.channel]} {step.said.note}
        </p>
      )
  }
}

/** The whole text for a message by WeChat. */
function CopyLetter({ text }: { readonly text: string }) {
  const texts = useTexts()
  return (
    <CopyButton value={text} timeout={1_500}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-sm" onClick={copy}>
          {copied ? texts.format.copied : texts.notices.copy}
        </Button>
      )}
    </CopyButton>
  )
}
