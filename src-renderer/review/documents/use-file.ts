import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { bytesOfBase64 } from './file-bytes.ts'

/** A file by its hash. Kept in memory a short while only: documents are personal data and large. */
export function useFile(hash: string) {
  return useQuery({
    ...engine.files.read.queryOptions({ input: { hash } }),
    gcTime: 30_000,
  })
}

/** The address of bytes for an `img`, given back when they are no longer shown. */
export function useBlobAddress(mediaType: string | undefined, base64: string | undefined): string | null {
  const address = useMemo(
    () =>
      mediaType === undefined || base64 === undefined
        ? null
        : URL.createObjectURL(new Blob([bytesOfBase64(base64)], { type: mediaType })),
    [mediaType, base64],
  )
  useEffect(() => {
    if (address === null) return
    return () => URL.revokeObjectURL(address)
  }, [address])
  return address
}
