import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Run } from "../../lib/types"

/** Where the statement is that a run reads. */
export function RunStatement({ run: { params, status } }: { run: Run }) {
  const { t } = useTranslation()
  const id = params?.statement_id
  if (typeof id !== "string" || status === "running") {
    return null
  }
  return (
    <Button asChild size="small" variant="secondary" className="self-start">
      <Link to={`/marketplaces/statements/${id}`}>
        {t(
          status === "needs_mapping"
            ? "marketplaces.statements.map"
            : "marketplaces.statements.one"
        )}
      </Link>
    </Button>
  )
}
