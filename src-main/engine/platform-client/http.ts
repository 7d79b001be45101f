import { z } from 'zod'
import { secondFactorAskedSchema } from '#shared/contracts/console-platform/accounts.ts'
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contracts/console-platform/protocol.ts'
import type { Clock } from '../time/clock.ts'
import { PlatformFailure } from './platform-failure.ts'

/** Largest JSON answer taken, in bytes: 5,000 records of 12 KiB. */
const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024
const ERROR_LIMIT_BYTES = 64 * 1024

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** With its query. */
  readonly path: string
  /** Sent as JSON; bytes as they are. */
  readonly body?: unknown
  readonly accessToken?: string
  readonly timeLimitMs: number
  readonly signal?: AbortSignal
}

export interface Http {
  /** A JSON answer, parsed. @throws PlatformFailure */
  json<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<T>
  /** The bytes of an answer. @throws PlatformFailure */
  bytes(request: HttpRequest, limitBytes: number): Promise<Uint8Array<ArrayBuffer>>
  /** The body of an answer as it comes; the time limit counts until it begins. @throws PlatformFailure */
  stream(request: HttpRequest): Promise<ReadableStream<Uint8Array>>
}

/**
 * HTTP to one platform. Every failure becomes a PlatformFailure by its cause, never by its text. `closed` ends all
 * that is under way.
 */
export function createHttp(
  platformUrl: string,
  fetcher: typeof fetch,
  clock: Clock,
  closed: AbortSignal,
): Http {
  const near = nearby(platformUrl)

  async function exchange<T>(request: HttpRequest, use: (response: Response) => Promise<T>): Promise<T> {
    const timeout = new AbortController()
    const cancel = clock.after(request.timeLimitMs, () => timeout.abort())
    const signals = [timeout.signal, closed, ...(request.signal ? [request.signal] : [])]
    try {
      const response = await fetcher(new URL(request.path, platformUrl), {
        method: request.method,
        headers: { ...headersOf(request), ...near },
        body: bodyOf(request),
        signal: AbortSignal.any(signals),
        redirect: 'error',
      })
      if (!response.ok) throw await failureOf(response)
      return await use(response)
    } catch (error) {
      if (error instanceof PlatformFailure) throw error
      if (timeout.signal.aborted) throw new PlatformFailure('timeout', request.path, { cause: error })
      throw new PlatformFailure('offline', request.path, { cause: error })
    } finally {
      cancel()
    }
  }

  return {
    json: (request, schema) =>
      exchange(request, async (response) => {
        const bytes = await readBounded(response, ANSWER_LIMIT_BYTES)
        const parsed = schema.safeParse(parseJson(bytes))
        if (parsed.success) return parsed.data
        throw new PlatformFailure('server', `${request.path} answers otherwise than agreed`, {
          cause: parsed.error,
        })
      }),
    bytes: (request, limitBytes) =>
      exchange(request, async (response) => new Uint8Array(await readBounded(response, limitBytes))),
    stream: (request) =>
      exchange(request, async (response) => {
        if (response.body === null) throw new PlatformFailure('server', `${request.path} has no body`)
        return response.body
      }),
  }
}

function headersOf(request: HttpRequest): Record<string, string> {
  return {
    [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
    ...(request.body === undefined ? {} : { 'content-type': typeOf(request.body) }),
    ...(request.accessToken === undefined ? {} : { authorization: `Bearer ${request.accessToken}` }),
  }
}

function typeOf(body: unknown): string {
  return body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
}

function bodyOf({ body }: HttpRequest): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
}

/** On this very computer compressing costs more than it saves. */
function nearby(platformUrl: string): Record<string, string> {
  const { hostname } = new URL(platformUrl)
  const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
  return loopback ? { 'accept-encoding': 'identity' } : {}
}

async function failureOf(response: Response): Promise<PlatformFailure> {
  const { status } = response
  if (status === 401) {
    const asked = secondFactorAskedSchema.safeParse(await dataOf(response))
    return asked.success
      ? new PlatformFailure('second-factor', 'a code is asked too', { asked: asked.data })
      : new PlatformFailure('unauthorized', 'the platform does not know this session')
  }
  if (status === 426) return new PlatformFailure('client-too-old', 'the platform needs a newer console')
  if (status === 429) {
    const retryAfterSeconds = await retryAfter(response)
    return new PlatformFailure('throttled', `again in ${retryAfterSeconds} s`, { retryAfterSeconds })
  }
  if (status >= 500) return new PlatformFailure('server', `HTTP ${status}`)
  const told = refusalSchema.safeParse(await dataOf(response))
  return new PlatformFailure('refused', `HTTP ${status}`, { code: told.success ? told.data.code : null })
}

const refusalSchema = z.object({ code: z.string() })
const throttledSchema = z.object({ retryAfterSeconds: z.number().nonnegative() })
const typedErrorSchema = z.object({ data: z.unknown() })
/** Where a platform says nothing. */
const RETRY_AFTER_SECONDS = 30

/** oRPC carries the data of a typed error beside it; a proxy sends the header. */
async function retryAfter(response: Response): Promise<number> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  if (Number.isFinite(seconds) && seconds >= 0) return seconds
  const told = throttledSchema.safeParse(await dataOf(response))
  return told.success ? told.data.retryAfterSeconds : RETRY_AFTER_SECONDS
}

/** What a typed error carries; undefined where it is none. */
async function dataOf(response: Response): Promise<unknown> {
  try {
    return typedErrorSchema.parse(parseJson(await readBounded(response, ERROR_LIMIT_BYTES))).data
  } catch {
    return undefined
  }
}

async function readBounded(response: Response, limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limitBytes) throw new PlatformFailure('server', `an answer larger than ${limitBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw new PlatformFailure('server', 'an answer that is not JSON', { cause: error })
  }
}
