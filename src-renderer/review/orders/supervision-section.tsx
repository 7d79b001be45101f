import { AttachmentList } from '#renderer/files/attachment-list.tsx'
import { beijingDateTime } from '#renderer/format/instant.ts'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { ValueLine } from '#renderer/values/value-line.tsx'
import type { OrderSupervision } from '#shared/contracts/console-engine/order-supervision.ts'
import { attachmentsIn } from '#shared/contracts/console-platform/records/attachment.ts'
import type { SupervisionStep } from '#shared/contracts/console-platform/records/supervision.ts'
import { supervisionHistory } from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { tellStep } from '#shared/descriptions/supervision.ts'
import type { Names } from '#shared/values/description.ts'
import { actionName } from '#shared/words/actions.ts'
import classes from './supervision.module.css'

interface SectionProps {
  readonly supervision: OrderSupervision
}

/** Where the supervision of an order stands: the rule, each step with who, when and what proves it, what comes next. */
export function SupervisionSection({ supervision }: SectionProps) {
  const texts = useTexts()
  const words = texts.supervision
  const { state, record, verdict, completion, appeal } = supervision
  return (
    <CaseSection title={words.title} aside={texts.statuses.supervision[state]}>
      {verdict === null ? null : (
        <>
          <p className={classes.quiet}>{words.why[verdict.supervised]}</p>
          <CitationLine citation={verdict.citation} />
        </>
      )}
      {record === null ? (
        state === 'none' ? null : (
          <p className={classes.quiet}>{words.nothing}</p>
        )
      ) : (
        <Steps supervision={supervision} />
      )}
      {state === 'rejected' && appeal !== null ? (
        <>
          <p className={classes.quiet}>{words.rejections(appeal.rejections, appeal.afterRejections)}</p>
          <CitationLine citation={appeal.citation} />
        </>
      ) : null}
      {state === 'confirmed' ? <Review supervision={supervision} /> : null}
      {completion === null ? null : (
        <>
          <p>{words.completes(beijingDateTime(completion.by))}</p>
          <CitationLine citation={completion.citation} />
        </>
      )}
    </CaseSection>
  )
}

/** What happened, the first step first: each under its own time. */
function Steps({ supervision: { record, review } }: SectionProps) {
  const texts = useTexts()
  const say = useBilingual()
  const words = texts.supervision
  if (record === null) return null
  const history = supervisionHistory(record)
  const nameOf = (step: SupervisionStep) => {
    const reviewed = step.step === 'reviewed' ? step.said.step : null
    const found = review?.steps.find(({ id }) => id === reviewed)
    return found === undefined ? '' : ` · ${say(found.name)}`
  }
  return (
    <>
      <p className={classes.quiet}>{words.began(texts.statuses.supervision[record.began])}</p>
      <ol className={classes.steps} aria-label={words.steps}>
        {record.steps.map((step, index) => (
          <li key={`${step.at} ${step.step}`} className={classes.step}>
            <Moment at={step.at} />
            <div>
              <strong>{say(actionName(history[index]?.action ?? step.step))}</strong>
              {nameOf(step)} <span className={classes.quiet}>{words.recordedBy(step.byName)}</span>
              <ValueLine values={tellStep(step, NO_NAMES)} />
              <AttachmentList attachments={attachmentsIn(step.said)} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

/** A step names nobody by an id. */
const NO_NAMES: Names = {
  person: () => null,
  record: () => null,
  marketplace: () => null,
  entry: () => null,
}

/** The marketplace's own review, step by step; what the source does not tell is marked. */
function Review({ supervision: { review } }: SectionProps) {
  const texts = useTexts()
  const say = useBilingual()
  const words = texts.supervision
  if (review === null) return null
  const at = review.steps.findIndex(({ id }) => id === review.next)
  const standing = (index: number) => {
    if (at < 0 || index < at) return words.reviewPassed
    return index === at ? words.reviewNext : words.reviewWaiting
  }
  return (
    <>
      <p className={classes.quiet}>{words.review}</p>
      <CitationLine citation={review.citation} />
      <ol className={classes.steps} aria-label={words.review}>
        {review.steps.map((step, index) => (
          <li key={step.id} className={classes.step}>
            <span>{standing(index)}</span>
            <div>
              {say(step.name)}
              {step.gap ? <p className={classes.quiet}>{words.gap}</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
