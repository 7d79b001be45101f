import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { ListAndCase } from '#renderer/shell/page/list-and-case.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ChangeTable } from '../change-table.tsx'
import { ChooseFileButton } from '../choose-file-button.tsx'
import type { ChosenFile } from '../chosen-file.ts'
import { MayOrWho } from '../may-or-who.tsx'
import classes from '../rules.module.css'
import { PackCaseView } from './pack-case.tsx'
import { PackTable } from './pack-table.tsx'
import { ProposePack } from './propose-pack.tsx'

/** 规则包: the packs with their days, and the proposals of further ones; one of them, or a file, beside. */
export function PacksTab() {
  const texts = useTexts().rules
  const say = useBilingual()
  const { id } = useSearch({ from: '/rules' })
  const navigate = useNavigate({ from: '/rules' })
  const [file, setFile] = useState<ChosenFile | null>(null)
  const packs = useQuery(engine.rules.packs.list.queryOptions())
  const show = (change: string | null) => {
    setFile(null)
    void navigate({ search: { tab: 'packs', ...(change === null ? {} : { id: change }) }, replace: true })
  }
  if (packs.isError) return <Failed error={packs.error} reset={() => void packs.refetch()} />
  if (packs.data === undefined) return <LateLoader />
  return (
    <ListAndCase
      wide={false}
      list={
        <div className={classes.list}>
          <div className={classes.head}>
            <p className={classes.lead}>{texts.packs.lead}</p>
            <MayOrWho type="policy.propose">
              <ChooseFileButton label={texts.packs.choose} accept=".yaml,.yml,.json" onChoose={setFile} />
            </MayOrWho>
          </div>
          <PackTable packs={packs.data.packs} onOpen={show} />
          <ChangeTable
            changes={packs.data.changes.map(({ proposal, marketplaceName, standing, pending }) => ({
              ...{ proposal, standing, pending },
              title: `${say(marketplaceName)} ${proposal.packVersion}`,
              said: proposal.fileName,
            }))}
            openId={id ?? null}
            onOpen={show}
          />
        </div>
      }
      case={
        file !== null ? (
          <ProposePack key={file.name + file.text.length} file={file} onClose={show} />
        ) : id !== undefined ? (
          <PackCaseView key={id} id={id} onClose={() => show(null)} />
        ) : null
      }
    />
  )
}
