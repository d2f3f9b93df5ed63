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
import { MOST_PHOTO_BYTES } from "./photo"
import {
  GetHandovers,
  PostHandover,
  PostHandoverNote,
  PostHandoverScan,
  PostScanChanges,
} from "./validators"

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_PHOTO_BYTES, files: 1, fields: 0 },
}).single("file")

/** Reads one file of a form; one that is too large, or a second one, is refused. */
function readPhoto(
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
              ? "A picture may have 5 MB at most."
              : `One picture in the field "file" is expected (${error.message}).`
          )
        : error
    )
  })
}

export const handoversMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/handovers",
    middlewares: [
      validateAndTransformQuery(GetHandovers, {
        isList: true,
        defaults: ["id"],
      }),
    ],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/handovers",
    middlewares: [validateAndTransformBody(PostHandover)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/handovers/:id",
    middlewares: [validateAndTransformBody(PostHandoverNote)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/handovers/:id/scans",
    middlewares: [validateAndTransformBody(PostHandoverScan)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/handovers/:id/scans/:scan_id",
    middlewares: [validateAndTransformBody(PostScanChanges)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/handovers/:id/scans/:scan_id/photos",
    middlewares: [readPhoto],
  },
]
