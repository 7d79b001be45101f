import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { ListAndCase } from '#renderer/shell/page/list-and-case.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { ChangeTable } from '../change-table.tsx'
import { ChooseFileButton } from '../choose-file-button.tsx'
import type { ChosenFile } from '../chosen-file.ts'
import { MayOrWho } from '../may-or-who.tsx'
import classes from '../rules.module.css'
import { HolidayCaseView } from './holiday-case.tsx'
import { ImportTable } from './import-table.tsx'
import { YearTable } from './year-table.tsx'

/** 节假日: the years that are known, and the tables that were imported; one of them, or a file, beside. */
export function HolidaysTab() {
  const texts = useTexts().rules
  const { id } = useSearch({ from: '/rules' })
  const navigate = useNavigate({ from: '/rules' })
  const [file, setFile] = useState<ChosenFile | null>(null)
  const holidays = useQuery(engine.rules.holidays.list.queryOptions())
  const show = (change: string | null) => {
    setFile(null)
    void navigate({ search: { tab: 'holidays', ...(change === null ? {} : { id: change }) }, replace: true })
  }
  if (holidays.isError) return <Failed error={holidays.error} reset={() => void holidays.refetch()} />
  if (holidays.data === undefined) return <LateLoader />
  const { years, changes, earliest } = holidays.data
  return (
    <ListAndCase
      wide={false}
      list={
        <div className={classes.list}>
          <div className={classes.head}>
            <p className={classes.lead}>{texts.holidays.lead}</p>
            <MayOrWho type="calendar.import">
              <ChooseFileButton label={texts.holidays.choose} accept=".json" onChoose={setFile} />
            </MayOrWho>
          </div>
          <YearTable years={years} onOpen={show} />
          <ChangeTable
            changes={changes.map(({ proposal, standing, pending }) => ({
              ...{ proposal, standing, pending },
              title: texts.holidays.ofYear(String(proposal.year)),
              said: proposal.fileName,
            }))}
            openId={id ?? null}
            onOpen={show}
          />
        </div>
      }
      case={
        file !== null ? (
          <ImportTable key={file.name + file.text.length} file={file} earliest={earliest} onClose={show} />
        ) : id !== undefined ? (
          <HolidayCaseView key={id} id={id} onClose={() => show(null)} />
        ) : null
      }
    />
  )
}
