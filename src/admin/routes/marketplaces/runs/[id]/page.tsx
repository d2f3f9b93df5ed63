import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/common/crumb"
import { Moment } from "../../../../components/common/moment"
import { RunPanel } from "../../../../components/runs/run-panel"
import { useRun } from "../../../../hooks/api/runs"

/** One run: how far it is, and what became of every item. */
const RunPage = () => {
  const { t } = useTranslation()
  const { id = "" } = useParams()
  const run = useRun(id).data?.run
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h1">
          {run
            ? t(`marketplaces.run_kind.${run.kind}`, { defaultValue: run.kind })
            : t("marketplaces.runs.one")}
          {run?.preview && ` (${t("marketplaces.runs.preview")})`}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          <Moment value={run?.created_at} empty="" />
        </Text>
      </div>
      <div className="px-6 py-4">
        <RunPanel id={id} />
      </div>
    </Container>
  )
}

export default RunPage

export const handle = {
  breadcrumb: () => <Crumb text="marketplaces.runs.one" />,
}
