import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { QueueCaseProps } from '#renderer/queue/case-props.ts'
import { CaseFrame } from '#renderer/review/case-frame.tsx'
import { CaseHead } from '#renderer/review/case-head.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { CitationLine } from '#renderer/review/citation-line.tsx'
import { ContactsSection } from '#renderer/review/contacts/contacts-section.tsx'
import { ToldSection } from '#renderer/review/notices/told-section.tsx'
import { RevealSection } from '#renderer/review/personal-data/reveal-panel.tsx'
import { useCaseKeys } from '#renderer/review/use-case-keys.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { UserLink } from '#renderer/routes/user-link.tsx'
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { CallOutcomeMark } from '#renderer/shell/status/board-marks.tsx'
import type { CallCase, CallRow } from '#shared/contracts/console-engine/interface-calls.ts'
import classes from './calls.module.css'

/** One call of a production interface, once the engine has laid it out. */
export function CallCaseView(props: QueueCaseProps) {
  const query = useQuery(engine.interfaceCalls.get.queryOptions({ input: { id: props.id } }))
  if (query.isPending) return <LateLoader />
  if (query.isError) return <Failed error={query.error} reset={() => void query.refetch()} />
  return <OpenCall {...props} opened={query.data} />
}

function OpenCall({ opened, wide, onWide, nextId, onShow }: QueueCaseProps & { readonly opened: CallCase }) {
  const texts = useTexts()
  const words = texts.interfaceCalls
  const { columns } = words
  const say = useBilingual()
  const { none } = texts.format
  const { call, retry, others, order, resultName } = opened
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  const id = (value: string | null) => (value === null ? none : <CopyId id={value} whole />)
  return (
    <CaseFrame
      head={
        <CaseHead
          title={`${call.productName} · ${say(call.sceneName)}`}
          wide={wide}
          onWide={onWide}
          onClose={onClose}
        >
          <CallOutcomeMark outcome={call.outcome} />
          <span>{say(opened.marketplaceName)}</span>
          <RecordLink kind="provider" id={call.providerId}>
            {call.providerName}
          </RecordLink>
          <CopyId id={call.id} />
        </CaseHead>
      }
      document={null}
      foot={null}
    >
      <CaseSection title={words.facts}>
        <Facts
          facts={[
            [columns.at, <Moment key="at" at={call.at} />],
            [
              columns.resultCode,
              call.resultCode === null
                ? words.noAnswer
                : `${call.resultCode} ${resultName === null ? '' : say(resultName)}`,
            ],
            [columns.resultMessage, call.resultMessage ?? none],
            [
              columns.orderId,
              order === null ? (
                id(call.orderId)
              ) : (
                <RecordLink key="order" kind="order" id={order.id}>
                  {order.number}
                </RecordLink>
              ),
            ],
            [columns.orderLineId, id(call.orderLineId)],
            [columns.productId, id(call.productId)],
            [columns.instanceId, id(call.instanceId)],
            [columns.licence, id(call.licence)],
            [
              columns.userName,
              call.userId === null ? (
                none
              ) : (
                <UserLink key="user" id={call.userId} name={call.userName ?? call.userId} />
              ),
            ],
            [columns.expiresAt, <Moment key="expires" at={call.expiresAt} />],
            [columns.callId, id(call.callId)],
          ]}
        />
        {retry === null ? null : (
          <>
            <p>{words.retry(retry.hours, retry.everyMinutes)}</p>
            <CitationLine citation={retry.citation} />
            {retry.contradiction === null ? null : (
              <>
                <p className={classes.quiet}>{words.contradiction}</p>
                <CitationLine citation={retry.contradiction} />
              </>
            )}
          </>
        )}
      </CaseSection>
      {call.userId === null ? null : <RevealSection kind="interfaceCall" id={call.id} />}
      <ToldSection of={{ of: 'record', kind: 'interfaceCall', id: call.id }} />
      {call.userId === null ? null : (
        <ContactsSection
          of={{ of: 'user', id: call.userId }}
          marketplace={call.marketplace}
          userName={call.userName}
        />
      )}
      <CaseSection title={words.others}>
        {others.length === 0 ? <p className={classes.quiet}>{words.noOthers}</p> : null}
        {others.map((other) => (
          <OtherCall key={other.id} call={other} />
        ))}
      </CaseSection>
    </CaseFrame>
  )
}

function OtherCall({ call }: { readonly call: CallRow }) {
  const say = useBilingual()
  const { noAnswer } = useTexts().interfaceCalls
  return (
    <p className={classes.line}>
      <RecordLink kind="interfaceCall" id={call.id}>
        {say(call.sceneName)}
      </RecordLink>
      <CallOutcomeMark outcome={call.outcome} />
      <span>{call.resultCode ?? noAnswer}</span>
      <span>{call.licence ?? call.instanceId}</span>
      <Moment at={call.at} />
    </p>
  )
}
