import { Badge, Button, Text } from "@medusajs/ui"
import { type ReactNode, useEffect } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRun, useRunResults } from "../../hooks/api/runs"
import {
  useReadStatementsAgain,
  useStatement,
} from "../../hooks/api/statements"
import type { Upload } from "../../hooks/use-upload-queue"
import { useWording } from "../../hooks/use-wording"
import { errorDetail, errorKind } from "../../lib/errors"
import { differencesOf } from "../../lib/statement-states"
import { fileProblemText } from "../../lib/statement-text"
import type { RunStatus } from "../../lib/types"
import { RunProgress } from "../runs/run-progress"
import { Money } from "./money"

type Ended = Exclude<RunStatus, "running">

/** One file on its way: how far it is, and where it leads. */
export function UploadItem({
  upload,
  aside,
  onEnd,
}: {
  upload: Upload
  /** While others wait to be sent, what is opened is opened beside them. */
  aside: boolean
  onEnd: (status: Ended) => void
}) {
  const { t } = useTranslation()
  return (
    <li className="shadow-borders-base flex flex-col gap-y-3 rounded-lg p-4">
      <div className="flex items-center justify-between gap-x-3">
        <Text size="small" weight="plus" className="min-w-0 break-all">
          {upload.file.name}
        </Text>
        {(upload.state === "waiting" || upload.state === "sending") && (
          <Badge size="2xsmall" color="grey">
            {t(`marketplaces.statements.upload.${upload.state}`)}
          </Badge>
        )}
      </div>
      {upload.run_id && upload.statement_id && (
        <Reading
          run_id={upload.run_id}
          statement_id={upload.statement_id}
          aside={aside}
          onEnd={onEnd}
        />
      )}
      {upload.state === "refused" && (
        <Refused error={upload.error} aside={aside} />
      )}
    </li>
  )
}

function Reading({
  run_id,
  statement_id,
  aside,
  onEnd,
}: {
  run_id: string
  statement_id: string
  aside: boolean
  onEnd: (status: Ended) => void
}) {
  const { t } = useTranslation()
  const run = useRun(run_id).data?.run
  const readAgain = useReadStatementsAgain()
  const status = run?.status ?? "running"
  useEffect(() => {
    if (status !== "running") {
      void readAgain()
      onEnd(status)
    }
    // What follows an end happens once, whatever else changes.
  }, [status])
  if (!run) {
    return null
  }
  switch (status) {
    case "done":
      return <Taken statement_id={statement_id} aside={aside} />
    case "running":
      return <RunProgress run={run} />
    default:
      return (
        <FileProblem run_id={run_id}>
          {status === "needs_mapping" && (
            <Open
              id={statement_id}
              aside={aside}
              label={t("marketplaces.statements.map")}
            />
          )}
        </FileProblem>
      )
  }
}

/** Why a file was not read, in the words of the page. */
export function FileProblem({
  run_id,
  children,
}: {
  run_id: string
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const wording = useWording()
  const run = useRun(run_id).data?.run
  const results = useRunResults(run_id, {}, { most: 1, running: false })
  const [result] = results.data?.results ?? []
  if (!results.data) {
    return null
  }
  return (
    <div role="alert" className="flex flex-col items-start gap-y-2">
      <Text size="small" className="text-ui-fg-error">
        {result
          ? fileProblemText(wording, result.code, result.params ?? {})
          : (run?.error ?? t("marketplaces.runs.failed_hint"))}
      </Text>
      {children}
    </div>
  )
}

function Taken({
  statement_id,
  aside,
}: {
  statement_id: string
  aside: boolean
}) {
  const { t } = useTranslation()
  const statement = useStatement(statement_id).data?.statement
  if (!statement) {
    return null
  }
  const { counts, totals, currency_code } = statement
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <Text size="small">
        {t("marketplaces.statements.lines_count", { count: counts.lines ?? 0 })}
        {" · "}
        {t("marketplaces.statements.part.net")}{" "}
        <Money amount={totals.net} currency_code={currency_code} />
        {" · "}
        {t("marketplaces.statements.to_look_at", {
          count: differencesOf(counts),
        })}
      </Text>
      <Open
        id={statement_id}
        aside={aside}
        label={t("marketplaces.statements.open")}
      />
    </div>
  )
}

/** The server names the statement that has the same file. */
const STATEMENT_ID = /\bmpstm_\w+/

function Refused({ error, aside }: { error: unknown; aside: boolean }) {
  const { t } = useTranslation()
  const kind = errorKind(error)
  const detail = errorDetail(error) ?? ""
  const known = kind === "conflict" && STATEMENT_ID.exec(detail)
  return (
    <div role="alert" className="flex flex-col items-start gap-y-2">
      <Text size="small" className="text-ui-fg-error">
        {known
          ? t("marketplaces.statements.upload.same_file")
          : [
              t(`marketplaces.errors.${kind}.title`),
              detail,
              t(`marketplaces.errors.${kind}.remedy`),
            ]
              .filter(Boolean)
              .map((text) => text.replace(/\.?$/, "."))
              .join(" ")}
      </Text>
      {known && (
        <Open
          id={known[0]}
          aside={aside}
          label={t("marketplaces.statements.open_known")}
        />
      )}
    </div>
  )
}

function Open({
  id,
  label,
  aside,
}: {
  id: string
  label: string
  aside: boolean
}) {
  return (
    <Button asChild size="small" variant="secondary">
      <Link
        to={`/marketplaces/statements/${id}`}
        {...(aside && { target: "_blank" })}
      >
        {label}
      </Link>
    </Button>
  )
}
