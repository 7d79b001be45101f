import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
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
import { Facts } from '#renderer/shell/page/facts.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import type { AccountRow } from '#shared/contracts/console-engine/accounts.ts'
import { AccountFoot } from './account-foot.tsx'
import { AccountStateMark } from './account-marks.tsx'
import classes from './accounts.module.css'
import { CodeSection } from './code-section.tsx'
import { useDay } from './use-day.ts'

/** Entries of the log that stand in the case. */
const SHOWN = 12

interface AccountCaseProps extends QueueCaseProps {
  readonly row: AccountRow
}

/** One account: who it is, roles by day, devices, second factor, what was done with it. Use it under a `key` of its id. */
export function AccountCase({ row, wide, onWide, nextId, onShow }: AccountCaseProps) {
  const texts = useTexts()
  const words = texts.roles.accounts
  const { account, operator } = row
  const forms = useCaseForms({
    kind: 'operator',
    record: { ...operator, history: [] },
    title: operator.name,
    ...{ seenDigest: row.seenDigest, allowed: row.allowed, nextId, onShow },
  })
  const onClose = () => onShow(null)
  useCaseKeys({ wide, onWide, onClose, onNext: () => onShow(nextId()), onAssignToMe: null })
  const { none } = texts.format
  return (
    <CaseFrame
      head={
        <CaseHead title={operator.name} wide={wide} onWide={onWide} onClose={onClose}>
          <AccountStateMark state={account.state} />
          <span>{operator.roles.map((role) => texts.roles.role[role]).join(' · ')}</span>
          <CopyId id={account.id} />
        </CaseHead>
      }
      document={null}
      foot={<AccountFoot row={row} forms={forms} />}
    >
      <ReturnedBanner recordId={account.id} onAgain={forms.again} />
      <PendingLines pending={row.pending} />
      <CaseSection title={words.facts}>
        <Facts
          facts={[
            [words.person.email, account.email],
            [words.person.staffNumber, account.staffNumber ?? none],
            [
              words.columns.factor,
              account.secondFactor === 'on'
                ? `${texts.roles.secondFactor.on} · ${words.recoveryLeft(account.recoveryCodesLeft)}`
                : texts.roles.secondFactor[account.secondFactor],
            ],
            [
              words.columns.lastSignIn,
              account.lastSignInAt === null ? words.never : <Moment key="last" at={account.lastSignInAt} />,
            ],
          ]}
        />
      </CaseSection>
      <GrantsSection row={row} />
      <CodeSection row={row} />
      <SessionsSection row={row} />
      <HistorySection id={account.id} />
    </CaseFrame>
  )
}

function GrantsSection({ row: { operator, conflicts, ending } }: { readonly row: AccountRow }) {
  const texts = useTexts()
  const words = texts.roles.accounts
  const today = useDay()
  const stands = ({ from, until }: AccountRow['operator']['grants'][number]) =>
    from > today ? words.upcoming : until !== null && until < today ? words.past : words.current
  return (
    <CaseSection title={words.grants}>
      {operator.grants.length === 0 ? <p className={classes.quiet}>{words.noGrants}</p> : null}
      <table className={classes.table}>
        <tbody>
          {operator.grants.map((grant) => (
            <tr
              key={`${grant.role} ${grant.from} ${grant.until}`}
              className={stands(grant) === words.current ? undefined : classes.past}
            >
              <th scope="row">{texts.roles.role[grant.role]}</th>
              <td>
                {grant.from} – {grant.until ?? words.noEnd}
              </td>
              <td>{stands(grant)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ending.map(({ role, until }) => (
        <p key={role} className={classes.warn}>
          {texts.roles.role[role]} {words.endsSoon(until ?? '')}
        </p>
      ))}
      {conflicts.map(([one, other]) => (
        <p key={`${one} ${other}`} className={classes.warn}>
          {words.conflict(texts.roles.role[one], texts.roles.role[other])}
        </p>
      ))}
    </CaseSection>
  )
}

function SessionsSection({ row: { account } }: { readonly row: AccountRow }) {
  const words = useTexts().roles.accounts
  return (
    <CaseSection title={words.sessions} aside={account.sessions.length}>
      {account.sessions.length === 0 ? (
        <p className={classes.quiet}>{words.noSessions}</p>
      ) : (
        <table className={classes.table}>
          <tbody>
            {account.sessions.map(({ id, device, startedAt, seenAt }) => (
              <tr key={id}>
                <th scope="row">{device}</th>
                <td>
                  {words.since} <Moment at={startedAt} />
                </td>
                <td>
                  {words.seen} <Moment at={seenAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </CaseSection>
  )
}

/** What the log says of it, with the reasons. */
function HistorySection({ id }: { readonly id: string }) {
  const words = useTexts().roles.accounts
  const say = useBilingual()
  const filter = { actor: null, kind: 'operator', recordId: id, from: null, to: null } as const
  const query = useQuery(engine.audit.list.queryOptions({ input: { filter, below: null } }))
  return (
    <CaseSection
      title={words.history}
      aside={
        <Link to="/audit" search={{ kind: 'operator', record: id }}>
          {words.allHistory}
        </Link>
      }
    >
      {query.isError ? <Failed error={query.error} reset={() => void query.refetch()} /> : null}
      {query.data?.rows.length === 0 ? <p className={classes.quiet}>{words.noHistory}</p> : null}
      <table className={classes.table}>
        <tbody>
          {query.data?.rows.slice(0, SHOWN).map(({ sequence, at, byName, action }) => (
            <tr key={sequence}>
              <td>
                <Moment at={at} />
              </td>
              <td>{say(action)}</td>
              <td>{byName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </CaseSection>
  )
}
