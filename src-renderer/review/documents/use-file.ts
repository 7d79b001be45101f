import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { bytesOfBase64 } from '#renderer/format/file-bytes.ts'

/** A file by its hash. Kept in memory a short while only: documents are personal data and large. */
export function useFile(hash: string) {
  return useQuery({
    ...engine.files.read.queryOptions({ input: { hash } }),
    gcTime: 30_000,
  })
}

/** The address of bytes for an `img`, given back when they are no longer shown. */
export function useBlobAddress(mediaType: string | undefined, base64: string | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (mediaType === undefined || base64 === undefined) return
    const made = URL.createObjectURL(new Blob([bytesOfBase64(base64)], { type: mediaType }))
    setAddress(made)
    return () => {
      setAddress(null)
      URL.revokeObjectURL(made)
    }
  }, [mediaType, base64])
  return address
}
