import { Alert, Button, Table } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DigestCertificate } from '#shared/contracts/console-engine/sync.ts'
import { engine } from '../../engine-client/engine.ts'
import { Moment } from '../../format/instant-text.tsx'
import { grouped } from '../../format/quantity.ts'
import { useFailureText } from '../../i18n/failure-text.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel, PanelNote } from '../../shell/page/panel.tsx'
import classes from './sync-page.module.css'

/** Proofs that the copy equals the platform; the newest in full, older ones as a line. */
export function Certificates() {
  const texts = useTexts().sync
  const failureText = useFailureText()
  const queries = useQueryClient()
  const { data } = useQuery(engine.sync.certificates.queryOptions())
  const verify = useMutation(
    engine.sync.verify.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: engine.sync.certificates.key() }),
    }),
  )
  const [newest, ...older] = data ?? []
  return (
    <Panel
      title={texts.certificates}
      lead={texts.certificatesLead}
      aside={
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={14} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate(undefined)}
        >
          {texts.verify}
        </Button>
      }
    >
      {verify.error === null ? null : (
        <Alert variant="outline" color="red" role="alert" m={12} p={8}>
          {failureText(verify.error)}
        </Alert>
      )}
      {newest === undefined ? (
        <PanelNote>{texts.certificatesEmpty}</PanelNote>
      ) : (
        <Newest certificate={newest} />
      )}
      {older.map((certificate) => (
        <PanelNote key={certificate.verifiedAt}>
          <Verdict equal={certificate.equal} /> <Moment at={certificate.verifiedAt} /> ·{' '}
          {texts.at(grouped(certificate.position))}
        </PanelNote>
      ))}
    </Panel>
  )
}

function Newest({ certificate }: { readonly certificate: DigestCertificate }) {
  const texts = useTexts()
  return (
    <div className={classes.scroll}>
      <PanelNote>
        <Verdict equal={certificate.equal} /> <Moment at={certificate.verifiedAt} /> ·{' '}
        {texts.sync.at(grouped(certificate.position))}
      </PanelNote>
      <Table horizontalSpacing={16} verticalSpacing={4} fz={13} maw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.sync.kind}</Table.Th>
            <Table.Th className={classes.number ?? ''}>{texts.sync.local}</Table.Th>
            <Table.Th className={classes.number ?? ''}>{texts.sync.remote}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {certificate.kinds.map(({ kind, count, platformCount, equal }) => (
            <Table.Tr key={kind}>
              <Table.Td>{texts.roles.recordKind[kind]}</Table.Td>
              <Table.Td className={classes.number ?? ''}>{grouped(count)}</Table.Td>
              <Table.Td className={classes.number ?? ''}>{grouped(platformCount)}</Table.Td>
              <Table.Td>
                <Verdict equal={equal} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Verdict({ equal }: { readonly equal: boolean }) {
  const texts = useTexts().sync
  const Icon = equal ? IconCircleCheck : IconCircleX
  return (
    <span className={classes.mark} data-tone={equal ? 'good' : 'bad'}>
      <Icon size={15} aria-hidden />
      {equal ? texts.equal : texts.unequal}
    </span>
  )
}
