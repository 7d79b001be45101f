import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { platformContract, RAW_PATHS } from '#shared/contracts/console-platform/contract.ts'
import {
  FILE_LIMIT_BYTES,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
} from '#shared/contracts/console-platform/protocol.ts'

const bearer = [{ bearer: [] }]
const refusals = {
  401: { description: 'Sign in again.' },
  404: { description: 'No record this session may see names it.' },
}

/** Paths that answer streams and bytes, which the contract's procedures cannot describe. */
const RAW_OPERATIONS = {
  [RAW_PATHS.wake]: {
    get: {
      operationId: 'wake',
      summary: 'Server-sent events: data is {"position":N} whenever the feed moved',
      security: bearer,
      responses: {
        200: { description: 'Events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        401: refusals[401],
      },
    },
  },
  '/v1/files/{hash}': {
    get: {
      operationId: 'file',
      summary: 'Bytes of a file by its SHA-256',
      security: bearer,
      parameters: [
        { name: 'hash', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
      ],
      responses: {
        200: {
          description: 'The bytes',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        ...refusals,
      },
    },
    put: {
      operationId: 'giveFile',
      summary: 'Gives the bytes of a SHA-256, so that commands of the same account may name the file',
      security: bearer,
      parameters: [
        { name: 'hash', in: 'path', required: true, schema: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
      ],
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        204: { description: 'The file is kept.' },
        400: { description: 'The bytes are not those of the hash.' },
        401: refusals[401],
        403: { description: 'This account gives no commands.' },
        413: { description: `More than ${FILE_LIMIT_BYTES} bytes.` },
        429: { description: 'Too much was given that no record names.' },
      },
    },
  },
} as const

/** The OpenAPI document of everything a console may ask, made from the contract. */
export async function openApiDocument() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(platformContract, {
    info: {
      title: 'Marketdesk platform',
      version: String(PROTOCOL_VERSION),
      description: `What a console may ask of a platform. Clients name their version in ${PROTOCOL_HEADER}.`,
    },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  })
  return { ...document, paths: { ...document.paths, ...RAW_OPERATIONS } }
}
