import { Endpoint } from "./endpoint"

export const authorizationEndpoints: Endpoint[] = [
  {
    method: "GET",
    template: "/authorization/202309/shops",
    scope: "seller.authorization.info",
    level: "seller",
    answer: ({ seller }) => ({
      shops: seller.shops.map(({ id, name, region, cipher, code }) => ({
        id,
        name,
        region,
        cipher,
        code,
        seller_type: seller.shops.length > 1 ? "CROSS_BORDER" : "LOCAL",
      })),
    }),
  },
]
