import { tmpdir } from "node:os"
import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import multer, { MulterError } from "multer"
import { MOST_FILE_BYTES } from "../../../../workflows/statements/workbook/limits"
import {
  GetStatementLines,
  GetStatements,
  GetTemplate,
  PostStatementDownload,
  PostStatementMapping,
} from "./validators"

const MEGABYTE = 1024 * 1024

const upload = multer({
  dest: tmpdir(),
  limits: { fileSize: MOST_FILE_BYTES, files: 1, fields: 1, fieldSize: 1000 },
}).single("file")

/** Puts one file of a form onto the disk; one that is too large, or a second one, is refused. */
function readUpload(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  upload(req, res, (error: unknown) => {
    next(
      error instanceof MulterError
        ? new MedusaError(
            MedusaError.Types.INVALID_DATA,
            error.code === "LIMIT_FILE_SIZE"
              ? `The file is larger than ${MOST_FILE_BYTES / MEGABYTE} MB. Export a shorter period, and upload the parts one by one.`
              : `One workbook in the field "file" is expected (${error.message}).`
          )
        : error
    )
  })
}

export const statementsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/statements",
    middlewares: [
      validateAndTransformQuery(GetStatements, {
        isList: true,
        defaults: ["id"],
      }),
    ],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/statements",
    middlewares: [readUpload],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/statements/downloads",
    middlewares: [validateAndTransformBody(PostStatementDownload)],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/statements/template",
    middlewares: [validateAndTransformQuery(GetTemplate, {})],
  },
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/statements/:id/lines",
    middlewares: [
      validateAndTransformQuery(GetStatementLines, {
        isList: true,
        defaults: ["id"],
      }),
    ],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/statements/:id/mapping",
    middlewares: [validateAndTransformBody(PostStatementMapping)],
  },
]
