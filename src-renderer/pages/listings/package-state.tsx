import { Button, Group, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff, IconPackageOff } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { failureOf } from '#renderer/engine-client/engine-error.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { PackageReport } from '#shared/rules/listing/package-report.ts'
import classes from './package-state.module.css'

interface PackageStateProps {
  readonly report: UseQueryResult<PackageReport>
  /** Whether a package that was read and makes no sense is said here; the findings say it anyway. */
  readonly showRead?: boolean
}

/** While the package is fetched and checked, cannot be had, or cannot be read; nothing once it is there. */
export function PackageState({ report, showRead = true }: PackageStateProps) {
  const texts = useTexts().listings.package
  if (report.isPending) {
    return (
      <div className={classes.state} role="status">
        <Loader size={16} />
        {texts.loading}
      </div>
    )
  }
  if (report.isError) {
    const offline = failureOf(report.error).kind === 'offline'
    return (
      <div className={classes.state} role="alert">
        {offline ? <IconCloudOff size={18} /> : <IconAlertTriangle size={18} />}
        <span>
          {offline ? texts.offline : texts.failed}
          {offline ? <span className={classes.lead}>{texts.offlineLead}</span> : null}
        </span>
        <Group ml="auto">
          <Button variant="default" loading={report.isFetching} onClick={() => void report.refetch()}>
            {texts.again}
          </Button>
        </Group>
      </div>
    )
  }
  if (report.data.package !== null || !showRead) return null
  return (
    <div className={classes.state} role="status">
      <IconPackageOff size={18} />
      {texts.unreadable}
    </div>
  )
}
