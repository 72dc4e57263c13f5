/** The rows of the page: every task, and every doubtful place that lies in no task. */
import type { PageDocument, PageMessage, PageTask } from '../model.ts'

export interface Entry {
  /** The document, by its place among all. */
  document: number
  /** The place of the task among those of its document; of the message, where there is no task. */
  index: number
  task: PageTask | null
  messages: PageMessage[]
}

/** In the order of the documents; the places without a task come before the tasks. */
export function entriesOf(documents: readonly PageDocument[]): Entry[] {
  return documents.flatMap(({ tasks, messages }, document) => [
    ...messages.flatMap((message, index) =>
      message.task === null ? [{ document, index, task: null, messages: [message] }] : [],
    ),
    ...tasks.map((task, index) => ({
      ...{ document, index, task },
      messages: task.messages.map((message) => messages[message] as PageMessage),
    })),
  ])
}
