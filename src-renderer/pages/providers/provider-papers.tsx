import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { lastDecision } from '#shared/contracts/console-platform/records/provider.ts'
import { AttachmentList } from '../../files/attachment-list.tsx'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import { NotVisible, useUnseen } from '../../shell/states/not-visible.tsx'
import { ExpiryMark } from '../../shell/status/expiry-mark.tsx'
import classes from './providers.module.css'
import { RecordList } from './record-list.tsx'

/** A vendor's papers with when they run out, its last 复审 and the day of the next. */
export function ProviderPapers({ opened }: { readonly opened: ProviderCase }) {
  const texts = useTexts().providers
  const say = useBilingual()
  const { provider, verification, papers } = opened
  const last = lastDecision(provider, 're-verify')
  const unseen = useUnseen()('provider', { record: provider, field: 'documents' })
  return (
    <Panel title={texts.papers}>
      <div className={classes.lines}>
        <div className={classes.plainLine}>
          <span className={classes.lineName}>{texts.verification}</span>
          <ExpiryMark day={verification} none={texts.neverVerified} />
        </div>
        {last === null ? null : (
          <div className={classes.told}>
            <span>
              {last.on} {last.outcome === null ? '' : texts.outcome[last.outcome]} · {last.byName}
            </span>
            {last.reason === '' ? null : <span>{last.reason}</span>}
            <AttachmentList attachments={last.attachments} />
          </div>
        )}
        {papers.map(({ kind, name, fileName, fileHash, mediaType, bytes, expires }) => (
          <div key={`${kind} ${fileHash} ${fileName}`} className={classes.paper}>
            <span className={classes.lineName}>{say(name)}</span>
            <ExpiryMark day={expires} none={texts.noExpiry} />
            <AttachmentList
              attachments={[{ sha256: fileHash, name: fileName, size: bytes, type: mediaType }]}
            />
          </div>
        ))}
      </div>
      {unseen === null ? null : (
        <PanelNote>
          <NotVisible what={unseen} />
        </PanelNote>
      )}
      {unseen === null && papers.length === 0 ? <PanelNote>{texts.noPapers}</PanelNote> : null}
    </Panel>
  )
}

/** The agreements it signed, and until when each holds. */
export function ProviderContracts({
  contracts,
  contractTerms,
}: Pick<ProviderCase, 'contracts' | 'contractTerms'>) {
  const texts = useTexts().providers
  const say = useBilingual()
  return (
    <>
      {contractTerms.length === 0 ? null : (
        <Panel title={texts.term.title}>
          <div className={classes.lines}>
            {contractTerms.map(({ agreement, name, from, until, renewal, ends }) => (
              <div key={agreement} className={classes.plainLine}>
                <span className={classes.lineName}>{say(name)}</span>
                <span className={classes.lineDate}>
                  {from} – {until ?? texts.term.open}
                </span>
                <ExpiryMark day={ends} none={texts.renewal[renewal]} />
                {ends === null ? null : <span className={classes.quiet}>{texts.renewal[renewal]}</span>}
              </div>
            ))}
          </div>
        </Panel>
      )}
      <RecordList kind="application" title={texts.contracts} rows={contracts} none={texts.noContracts}>
        {(row) => (
          <RecordLink
            key={`${row.applicationId} ${row.agreement}`}
            kind="application"
            id={row.applicationId}
            className={classes.line}
          >
            <span className={classes.lineName}>
              {say(row.name)} {row.version}
            </span>
            <span className={classes.lineClock}>{texts.signedBy(row.signedBy)}</span>
            <span className={classes.lineDate}>{row.signedOn}</span>
          </RecordLink>
        )}
      </RecordList>
    </>
  )
}
