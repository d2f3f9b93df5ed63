import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRun } from "../../hooks/api/runs"
import { useFormat } from "../../hooks/use-format"
import { previewCounts } from "../../lib/preview-counts"
import { QueryState } from "../common/query-state"
import { RunProgress } from "../runs/run-progress"

/** What a download would do: new, changed and blocked orders. Nothing has been written. */
export function DownloadPreview({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const run = useRun(id)
  return (
    <section className="shadow-borders-base rounded-lg p-4" aria-live="polite">
      <Heading level="h3">{t("marketplaces.download.preview_title")}</Heading>
      <QueryState query={run} rows={1}>
        {(data) =>
          data.run.status === "done" ? (
            <dl className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
              {Object.entries(previewCounts(data.run.counts)).map(
                ([name, count]) => (
                  <div key={name}>
                    <dt className="txt-compact-xsmall text-ui-fg-subtle">
                      {t(`marketplaces.download.counts.${name}`)}
                    </dt>
                    <dd className="txt-compact-large-plus">
                      {format.number(count)}
                    </dd>
                  </div>
                )
              )}
            </dl>
          ) : (
            <RunProgress run={data.run} />
          )
        }
      </QueryState>
      <Text size="xsmall" className="text-ui-fg-muted mt-2">
        {t("marketplaces.download.preview_hint")}
      </Text>
    </section>
  )
}
