import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { ContactLines } from '#renderer/review/contacts/contact-lines.tsx'
import { useCaseForms } from '#renderer/review/forms/use-case-forms.ts'
import { PendingLines } from '#renderer/review/pending-lines.tsx'
import { RevealSection } from '#renderer/review/personal-data/reveal-panel.tsx'
import { ReturnedBanner } from '#renderer/review/returned-banner.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { ProviderReports } from '#renderer/routes/provider-reports.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { UserLink } from '#renderer/routes/user-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { NotVisible, useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { ContactStatusMark } from '#renderer/shell/status/board-marks.tsx'
import type { ContactCase } from '#shared/contracts/console-engine/contacts.ts'
import type { ContactStep } from '#shared/contracts/console-platform/records/contact.ts'
import { contactHistory } from '#shared/contracts/console-platform/transitions/contact-transitions.ts'
import { AnswerDue } from './answer-due.tsx'
import { ContactFoot } from './contact-foot.tsx'
import classes from './contacts.module.css'

interface OpenContactProps extends QueueCaseProps {
  readonly opened: ContactCase
}

/** One contact record, once the engine has laid it out. Use it under a `key` of its id. */
export function ContactCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.contacts.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenContact {...props} opened={query.data} />
}

/** One contact record: who wanted what, the vendor's contact beside, what happened since. */
function OpenContact({ opened, wide, onWide, nextId, onShow }: OpenContactProps) {
  const texts = useTexts()
  const words = texts.contacts
  const { fields } = words
  const say = useBilingual()
  const unseen = useUnseen()
  const { contact, waits, others } = opened
  const forms = useCaseForms({
    kind: 'contact',
    record: { ...contact, history: contactHistory(contact) },
    title: contact.subject,
    ...{ seenDigest: opened.seenDigest, allowed: opened.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  const { none } = texts.format
  const personal = (field: 'callerPhone' | 'callerEmail') => {
    const hidden = unseen('contact', { record: contact, field })
    return hidden === null ? (contact[field] ?? none) : <NotVisible what={hidden} />
  }
  return (
    <CaseFrame
      head={
        <CaseHead title={contact.subject} wide={wide} onWide={onWide} onClose={onClose}>
          <ContactStatusMark status={opened.status} />
          <span>{words.reasons[contact.reason]}</span>
          <span>{say(opened.marketplaceName)}</span>
          <CopyId id={contact.id} />
        </CaseHead>
      }
      document={null}
      foot={<ContactFoot opened={opened} forms={forms} />}
    >
      <ReturnedBanner recordId={contact.id} onAgain={forms.again} />
      <PendingLines pending={opened.pending} />
      <CaseSection title={words.facts}>
        <p className={classes.text}>{contact.said}</p>
        <Facts
          facts={[
            ...(contact.callerName === null
              ? [[fields.callerName, words.noteOf] as const]
              : [
                  [fields.callerName, contact.callerName] as const,
                  [fields.callerPhone, personal('callerPhone')] as const,
                  [fields.callerEmail, personal('callerEmail')] as const,
                ]),
            [
              fields.user,
              contact.userId === null ? (
                none
              ) : (
                <UserLink key="user" id={contact.userId} name={contact.userName ?? contact.userId} />
              ),
            ],
            [fields.product, contact.productName ?? none],
            [
              fields.about,
              contact.about === null ? (
                words.aboutNothing
              ) : (
                <RecordLink
                  key="about"
                  kind={contact.about.kind}
                  id={contact.about.id}
                  within={contact.providerId}
                >
                  {texts.roles.recordKind[contact.about.kind]}
                </RecordLink>
              ),
            ],
            ...(waits === null
              ? []
              : [
                  [fields.handedTo, words.parties[waits.to]] as const,
                  [fields.dueOn, <AnswerDue key="due" waits={waits} />] as const,
                ]),
          ]}
        />
        <p className={classes.quiet}>
          {words.recordedBy(contact.opened.byName)} <Moment at={contact.opened.at} />
        </p>
      </CaseSection>
      {contact.callerName === null ? null : <RevealSection kind="contact" id={contact.id} />}
      <VendorSection vendor={opened.vendor} />
      <CaseSection title={words.steps}>
        {contact.steps.length === 0 ? <p className={classes.quiet}>{words.noSteps}</p> : null}
        <ol className={classes.steps}>
          {contact.steps.map((step) => (
            <StepLine key={`${step.at} ${step.step} ${step.by}`} step={step} />
          ))}
        </ol>
      </CaseSection>
      {others.length === 0 ? null : (
        <CaseSection title={words.others}>
          <ContactLines rows={others} />
        </CaseSection>
      )}
    </CaseFrame>
  )
}

/** Whom to ask at the vendor; from whose copy that is cut, it is told for a reason. */
function VendorSection({ vendor }: Pick<ContactCase, 'vendor'>) {
  const texts = useTexts()
  const { vendor: title, vendorContact: labels, vendorReveal, noVendor } = texts.contacts
  const { none } = texts.format
  if (vendor === null) {
    return (
      <CaseSection title={title}>
        <p className={classes.quiet}>{noVendor}</p>
      </CaseSection>
    )
  }
  const { contact } = vendor
  return (
    <>
      <CaseSection title={title} aside={<ProviderReports providerId={vendor.id} />}>
        <RecordLink kind="provider" id={vendor.id}>
          {vendor.name}
        </RecordLink>
        {contact === null ? null : (
          <Facts
            facts={[
              [labels.name, contact.name ?? none],
              [labels.phone, contact.phone ?? none],
              [labels.email, contact.email ?? none],
            ]}
          />
        )}
      </CaseSection>
      <RevealSection kind="provider" id={vendor.id} title={vendorReveal} />
    </>
  )
}

function StepLine({ step }: { readonly step: ContactStep }) {
  const words = useTexts().contacts
  return (
    <li>
      <div className={classes.head}>
        <strong>{words.stepNames[step.step]}</strong>
        {step.step === 'handed-over' ? (
          <span>
            {words.parties[step.said.to]} · {words.fields.dueOn} {step.said.dueOn}
          </span>
        ) : null}
        {step.step === 'closed' ? <span>{words.outcomes[step.said.outcome]}</span> : null}
        <span>
          {step.byName} <Moment at={step.at} />
        </span>
      </div>
      <p className={classes.text}>{step.said.text}</p>
    </li>
  )
}
