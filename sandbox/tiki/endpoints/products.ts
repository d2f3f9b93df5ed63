import { badRequest, notFound } from "../api-error"
import { cutPage } from "../paging"
import { Product } from "../products/product"
import { productToWire } from "../products/product-wire"
import { readTime } from "../tiki-time"
import { commaList, Endpoint, SellerContext } from "./endpoint"
import { updateSku } from "./update-sku"

/** Both bounds are included. */
function dateTest(
  { query, twin }: SellerContext,
  name: "created" | "updated",
  field: "create_time" | "update_time"
): (product: Product) => boolean {
  const bound = (side: "from" | "to", otherwise: number) => {
    const text = query[`${name}_${side}_date`]
    const time = text === undefined ? otherwise : readTime(text)
    if (text !== undefined && twin.options.product_dates === "refused") {
      throw badRequest(`${name}_${side}_date is not allowed`)
    }
    if (time === null) {
      throw badRequest(`${name}_${side}_date has to be yyyy-MM-dd HH:mm:ss`)
    }
    return time
  }
  const [from, to] = [bound("from", -Infinity), bound("to", Infinity)]
  return (product) => product[field] >= from && product[field] <= to
}

function list(context: SellerContext): object {
  const { twin, seller, query } = context
  const tests = [
    dateTest(context, "created", "create_time"),
    dateTest(context, "updated", "update_time"),
  ]
  if (query.active !== undefined) {
    tests.push(({ active }) => Number(active) === Number(query.active))
  }
  if (query.name !== undefined) {
    const part = query.name.toLowerCase()
    tests.push(({ name }) => name.toLowerCase().includes(part))
  }
  const rows = twin.catalogue
    .ofSeller(seller.id)
    .filter((product) => tests.every((test) => test(product)))
    .sort(
      (a, b) => b.create_time - a.create_time || b.product_id - a.product_id
    )
  const page = cutPage(rows, query, twin.options.paging)
  if (page.data.some(({ off_contract }) => off_contract)) {
    context.leaveContract()
  }
  const parts = commaList(query.include) ?? []
  return {
    ...page,
    data: page.data.map((product) =>
      productToWire(
        product,
        twin.stock.shown(product),
        "list",
        parts,
        twin.base_url
      )
    ),
  }
}

function show(context: SellerContext, product: Product | undefined): object {
  const { twin, seller, query } = context
  if (!product || product.deleted || product.seller_id !== seller.id) {
    throw notFound("The product does not exist")
  }
  if (product.off_contract) {
    context.leaveContract()
  }
  const parts = commaList(query.includes) ?? []
  const levels = twin.stock.shown(product)
  return productToWire(product, levels, "single", parts, twin.base_url)
}

const findOne = (context: SellerContext) =>
  show(context, context.twin.catalogue.find(Number(context.path.product_id)))

const findBySku = (context: SellerContext) =>
  show(
    context,
    context.twin.catalogue.findByOriginalSku(
      context.seller.id,
      context.query.original_sku || "\0"
    )
  )

const common = { scope: "product", level: "seller" } as const

const reads = ["v2.1", "v2"].flatMap((version): Endpoint[] => {
  const products = `/integration/${version}/products`
  return [
    { ...common, method: "GET", template: products, answer: list },
    {
      ...common,
      method: "GET",
      template: `${products}/findBy`,
      answer: findBySku,
    },
    {
      ...common,
      method: "GET",
      template: `${products}/{product_id}`,
      answer: findOne,
    },
  ]
})

export const productEndpoints: Endpoint[] = [
  ...reads,
  {
    ...common,
    method: "PUT",
    template: "/integration/v2.1/products/updateSku",
    answer: updateSku,
  },
]
