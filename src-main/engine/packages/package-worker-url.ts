/** The worker as it lies among the sources. A bundled program passes the URL of its own bundle instead. */
export const packageWorkerUrl = new URL('./package-worker.ts', import.meta.url)
