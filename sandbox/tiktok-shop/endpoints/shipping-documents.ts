import { ApiError, invalidParameter } from "../envelope"
import { DOCUMENT_SIZES, DOCUMENT_TYPES } from "../packages/documents"
import { PackageView } from "../packages/package"
import { Endpoint, oneOf, ShopContext } from "./endpoint"
import { ownPackage } from "./packages"

/** @throws {ApiError} with TikTok's code when there is no document to give. */
function expectLabel({ status, orders }: PackageView): void {
  if (orders.some(({ shipping_type }) => shipping_type === "SELLER")) {
    throw new ApiError(21042104, "The seller's own carrier makes the label")
  }
  switch (status) {
    case "PROCESSING":
      return
    case "CANCELLED":
      throw new ApiError(21011041, "The order has been cancelled")
    case "TO_FULFILL":
    case "":
      throw new ApiError(21023035, "The package has not been shipped yet")
    default:
      throw new ApiError(21042102, "The package has been collected already")
  }
}

function shippingDocuments(context: ShopContext): object {
  const { twin, path, query } = context
  if (query.document_type === undefined) {
    throw invalidParameter("document_type is missing")
  }
  const type = oneOf(context, "document_type", DOCUMENT_TYPES)
  const size = oneOf(context, "document_size", DOCUMENT_SIZES)
  oneOf(context, "document_format", ["PDF"])
  const view = ownPackage(context, path.package_id)
  expectLabel(view)
  if (twin.packages.isLabelPutOff(view.id)) {
    throw new ApiError(11034037, "The document is being produced, try later")
  }
  const link = twin.documents.issue({ package_id: view.id, type, size })
  return {
    doc_url: twin.base_url + link,
    tracking_number: view.tracking_number,
  }
}

export const shippingDocumentEndpoints: Endpoint[] = [
  {
    method: "GET",
    template: "/fulfillment/202309/packages/{package_id}/shipping_documents",
    scope: "seller.fulfillment.basic",
    level: "shop",
    answer: shippingDocuments,
  },
]
