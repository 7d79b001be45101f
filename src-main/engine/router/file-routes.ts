import type { Engine } from '../engine.ts'
import { IncomingFile } from '../files/incoming-file.ts'
import { OpenFiles } from '../imports/open-files.ts'
import { readFileContent } from '../queries/file-content.ts'
import type { DeskProcedures } from './procedures.ts'

/** Files on their way from pages; those of somebody who signed out are given up. */
export function openIncoming(
  engine: Pick<Engine, 'clock' | 'events' | 'workspace'>,
): OpenFiles<IncomingFile> {
  const incoming = new OpenFiles<IncomingFile>({ clock: engine.clock, random: Math.random })
  engine.events.subscribe(({ kind }) => {
    if (kind === 'session') void incoming.keepOnly(engine.workspace())
  })
  return incoming
}

/** Files of records, and those a person attaches to a decision. */
export function fileRoutes({ files }: DeskProcedures, incoming: OpenFiles<IncomingFile>) {
  return {
    read: files.read.handler(({ context, input }) => readFileContent(context, input.hash)),
    attach: {
      begin: files.attach.begin.handler(async ({ context, input }) => ({
        attachId: await incoming.keep(context, () => new IncomingFile(input)),
      })),
      add: files.attach.add.handler(({ context, input }) => ({
        came: incoming.find(context, input.attachId).add(Buffer.from(input.base64, 'base64')),
      })),
      finish: files.attach.finish.handler(async ({ context, input: { attachId } }) => {
        const file = incoming.find(context, attachId)
        const { name, type } = file
        const attachment = await context.workspace.attached.keep({ name, type, bytes: file.whole() })
        await incoming.cancel(attachId)
        return attachment
      }),
      cancel: files.attach.cancel.handler(async ({ input }) => ({
        cancelled: await incoming.cancel(input.attachId),
      })),
    },
  }
}
