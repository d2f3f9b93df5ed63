import { HeldRow } from "./hold-rows"

export type CrashPoint = {
  /** Of the import; a whole statement is visible from `comparing` on. */
  when: string
  at: HeldRow
  sees: "nothing" | "everything"
}

/** When a process that imports a statement of 3,000 lines dies, one life after the other. */
export const WHILE_IMPORTING: CrashPoint[] = [
  {
    when: "reading: 1,000 lines are in the table, 500 more are being written",
    at: {
      table: "marketplace_statement_line",
      event: "INSERT",
      when: "NEW.row = 1500",
    },
    sees: "nothing",
  },
  {
    when: "recording: the statement is about to be shown",
    at: {
      table: "marketplace_statement",
      event: "UPDATE",
      when: "NEW.status = 'done'",
    },
    sees: "nothing",
  },
  {
    when: "comparing: some orders are compared, others are not",
    at: {
      table: "marketplace_settlement",
      event: "UPDATE",
      when: "NEW.external_order_id = '579000000000001500' AND NEW.due_at IS NULL",
    },
    sees: "everything",
  },
]

/** The upload itself is under way: its file is there, the statement is not. */
export const WHILE_UPLOADING: HeldRow = {
  table: "marketplace_statement",
  event: "INSERT",
  when: "true",
}
