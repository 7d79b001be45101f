import { Button, CopyButton } from '@mantine/core'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { UserLink } from '#renderer/routes/user-link.tsx'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import type { CallBoard } from '#shared/contracts/console-engine/interface-calls.ts'
import classes from './calls.module.css'

interface PanelProps {
  readonly board: CallBoard
}

/** Repeated calls with different answers, each answer with its call. */
export function RepeatsPanel({ board: { repeats } }: PanelProps) {
  const words = useTexts().interfaceCalls
  return (
    <Panel title={words.repeats} lead={words.repeatsLead}>
      {repeats.length === 0 ? (
        <PanelNote>{words.noRepeats}</PanelNote>
      ) : (
        <div className={classes.part}>
          <table className={classes.table} aria-label={words.repeats}>
            <thead>
              <tr>
                <th scope="col">{words.columns.productName}</th>
                <th scope="col">{words.columns.orderId}</th>
                <th scope="col">{words.answers}</th>
              </tr>
            </thead>
            <tbody>
              {repeats.map(({ marketplace, repeatKey, productName, providerName, orderId, answers }) => (
                <tr key={`${marketplace} ${repeatKey}`}>
                  <th scope="row">
                    {productName} · {providerName}
                  </th>
                  <td>{orderId}</td>
                  <td>
                    {answers.map(({ answer, callId, at }) => (
                      <p key={answer} className={classes.line}>
                        <RecordLink kind="interfaceCall" id={callId}>
                          {answer}
                        </RecordLink>
                        <Moment at={at} />
                      </p>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

/** Customers whose instance was not updated, by the days left, with whom to call. */
export function UpdatesPanel({ board: { updates, rules } }: PanelProps) {
  const texts = useTexts()
  const words = texts.interfaceCalls
  const { none } = texts.format
  const left = ({ daysLeft, isFrozen }: CallBoard['updates'][number]) => {
    if (daysLeft === null) return words.unknown
    if (daysLeft < 0) return words.released
    return isFrozen ? `${words.frozen} · ${words.left(daysLeft)}` : words.left(daysLeft)
  }
  return (
    <Panel title={words.updates} lead={words.updatesLead(rules[0]?.frozenDays ?? 0)}>
      {updates.length === 0 ? (
        <PanelNote>{words.noUpdates}</PanelNote>
      ) : (
        <div className={classes.part}>
          <table className={classes.table} aria-label={words.updates}>
            <thead>
              <tr>
                <th scope="col">{words.customer}</th>
                <th scope="col">{words.columns.instanceId}</th>
                <th scope="col">{words.columns.productName}</th>
                <th scope="col">{words.expiresOn}</th>
                <th scope="col">{words.frozenUntil}</th>
                <th scope="col">{words.leftHead}</th>
                <th scope="col">{words.contact}</th>
              </tr>
            </thead>
            <tbody>
              {updates.map((update) => (
                <tr key={update.id}>
                  <th scope="row">
                    {update.userId === null ? (
                      none
                    ) : (
                      <UserLink id={update.userId} name={update.userName ?? update.userId} />
                    )}
                  </th>
                  <td>
                    <RecordLink kind="interfaceCall" id={update.id}>
                      {update.instanceId ?? none}
                    </RecordLink>
                  </td>
                  <td>{update.productName}</td>
                  <td>{update.expiresOn ?? none}</td>
                  <td>{update.frozenUntil ?? none}</td>
                  <td className={(update.daysLeft ?? 0) <= 3 ? classes.bad : undefined}>{left(update)}</td>
                  <td>
                    <RecordLink kind="provider" id={update.providerId}>
                      {update.providerName}
                    </RecordLink>{' '}
                    {update.contact === null
                      ? words.noContact
                      : [update.contact.name, update.contact.phone, update.contact.email]
                          .filter((each) => each !== null)
                          .join(' ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

/** The mails the rule asks for, each with its text to copy. */
export function MailsPanel({ board: { mails } }: PanelProps) {
  const words = useTexts().interfaceCalls
  return (
    <Panel title={words.mails} lead={words.mailsLead}>
      {mails.length === 0 ? (
        <PanelNote>{words.noMails}</PanelNote>
      ) : (
        <div className={classes.part}>
          {mails.map(({ id, to, address, subject, body, at }) => (
            <div key={`${id} ${to}`} className={classes.mail}>
              <span>
                <RecordLink kind="interfaceCall" id={id}>
                  {subject}
                </RecordLink>{' '}
                <Moment at={at} />
                <br />
                <span className={classes.quiet}>
                  {words.recipients[to]} {address ?? words.noAddress}
                </span>
              </span>
              <CopyButton value={body} timeout={1_500}>
                {({ copied, copy }) => (
                  <Button variant="default" onClick={copy}>
                    {copied ? words.copied : words.copy}
                  </Button>
                )}
              </CopyButton>
            </div>
          ))}
        </div>
      )}
    </Panel>
  )
}
