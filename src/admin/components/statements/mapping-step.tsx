import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  useMapStatement,
  useStatementPreview,
} from "../../hooks/api/statements"
import {
  type SheetDraft,
  draftsOf,
  mappingOf,
  mappingProblems,
} from "../../lib/statement-mapping"
import type { Statement, StatementPreview } from "../../lib/types"
import { ErrorState } from "../common/error-state"
import { QueryState } from "../common/query-state"
import { SheetMappingForm } from "./sheet-mapping-form"
import { FileProblem } from "./upload-item"

/** Says what the columns of a file are, where the plugin does not know them. */
export function MappingStep({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const preview = useStatementPreview(statement.id)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Heading level="h2">
          {t("marketplaces.statements.mapping.title")}
        </Heading>
        {statement.run_id && <FileProblem run_id={statement.run_id} />}
        <Text size="small" className="text-ui-fg-subtle max-w-3xl">
          {t("marketplaces.statements.mapping.hint")}
        </Text>
      </div>
      <QueryState query={preview} rows={8}>
        {(data) => <MappingForm statement={statement} preview={data} />}
      </QueryState>
    </Container>
  )
}

function MappingForm({
  statement,
  preview,
}: {
  statement: Statement
  preview: StatementPreview
}) {
  const { t } = useTranslation()
  const save = useMapStatement(statement.id)
  const [drafts, setDrafts] = useState(() => draftsOf(preview.sheets))
  const problems = mappingProblems(drafts, preview.sheets)
  const change = (sheet: string, changes: Partial<SheetDraft>) =>
    setDrafts((current) =>
      current.map((one) => (one.sheet === sheet ? { ...one, ...changes } : one))
    )
  return (
    <form
      className="divide-y"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(mappingOf(drafts, preview.sheets), {
          onSuccess: () =>
            toast.success(t("marketplaces.statements.mapping.started")),
        })
      }}
    >
      {drafts.map((draft, index) => (
        <SheetMappingForm
          key={draft.sheet}
          preview={preview}
          sheet={preview.sheets[index]}
          draft={draft}
          problems={problems.filter(({ sheet }) => sheet === draft.sheet)}
          onChange={(changes) => change(draft.sheet, changes)}
        />
      ))}
      {save.isError && <ErrorState error={save.error} />}
      <div className="flex flex-wrap items-center justify-end gap-3 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
          {problems.length > 0
            ? t(
                problems[0].code === "no_sheet"
                  ? "marketplaces.statements.mapping_problem.no_sheet"
                  : "marketplaces.statements.mapping.problems_left",
                { count: problems.length }
              )
            : t("marketplaces.statements.mapping.remembered")}
        </Text>
        <Button
          type="submit"
          size="small"
          disabled={problems.length > 0}
          isLoading={save.isPending}
        >
          {t("marketplaces.statements.mapping.read")}
        </Button>
      </div>
    </form>
  )
}
