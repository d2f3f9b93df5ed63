import { CheckCircleMiniSolid, ExclamationCircleSolid } from "@medusajs/icons"
import { Button, Label, Switch, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRunResults } from "../../hooks/api/runs"
import { LARGEST_PAGE } from "../../lib/read-all-pages"
import { errorCodes, isErrorResult, resultText } from "../../lib/result-line"
import type { Run } from "../../lib/types"
import { QueryState } from "../common/query-state"
import { ResultRemedy } from "./result-remedy"

/** One line per order and product, in the words of the shop; errors on their own on demand. */
export function RunResults({ run }: { run: Run }) {
  const { t, i18n } = useTranslation()
  const [errorsOnly, setErrorsOnly] = useState(false)
  const [most, setMost] = useState(LARGEST_PAGE)
  const results = useRunResults(
    run.id,
    errorsOnly ? { code: errorCodes(run) } : {},
    { most, running: run.status === "running" }
  )
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-center gap-x-2">
        <Switch
          id="errors-only"
          size="small"
          checked={errorsOnly}
          onCheckedChange={setErrorsOnly}
        />
        <Label size="small" htmlFor="errors-only">
          {t("marketplaces.runs.errors_only")}
        </Label>
      </div>
      <QueryState query={results}>
        {(data) => (
          <>
            {data.results.length === 0 && (
              <Text size="small" className="text-ui-fg-muted">
                {t(
                  run.status === "running"
                    ? "marketplaces.runs.no_results_yet"
                    : "marketplaces.runs.no_results"
                )}
              </Text>
            )}
            <ol className="divide-y" aria-busy={results.isPlaceholderData}>
              {data.results.map((result) => (
                <li
                  key={result.id}
                  className="flex items-start justify-between gap-x-3 py-2"
                >
                  <div className="flex min-w-0 gap-x-2">
                    {isErrorResult(result) ? (
                      <ExclamationCircleSolid className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
                    ) : (
                      <CheckCircleMiniSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
                    )}
                    <Text size="small" className="break-words">
                      {resultText(t, i18n.language, run.kind, result)}
                    </Text>
                  </div>
                  <ResultRemedy result={result} />
                </li>
              ))}
            </ol>
            {data.count > data.results.length && (
              <Button
                size="small"
                variant="secondary"
                isLoading={results.isFetching && run.status !== "running"}
                onClick={() => setMost((current) => current + LARGEST_PAGE)}
              >
                {t("marketplaces.runs.more_results", {
                  left: data.count - data.results.length,
                })}
              </Button>
            )}
          </>
        )}
      </QueryState>
    </div>
  )
}
