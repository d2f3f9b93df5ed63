import { Endpoint } from "./endpoint"

export const warehouseEndpoints: Endpoint[] = [
  {
    method: "GET",
    template: "/logistics/202309/warehouses",
    scope: "seller.logistics",
    level: "shop",
    answer: ({ shop }) => ({
      warehouses: shop.warehouses.map((warehouse) => ({
        id: warehouse.id,
        entity_id: warehouse.entity_id,
        name: warehouse.name,
        effect_status: "ENABLED",
        type: warehouse.type,
        sub_type: "DOMESTIC_WAREHOUSE",
        is_default: warehouse.is_default,
        address: {
          region: "Việt Nam",
          region_code: "VN",
          state: "Thành phố Hồ Chí Minh",
          city: "Thành phố Hồ Chí Minh",
          // TikTok's own spelling.
          distict: warehouse.ward,
          town: warehouse.ward,
          address_line1: warehouse.street,
          full_address: `${warehouse.street}, ${warehouse.ward}, Thành phố Hồ Chí Minh, Việt Nam`,
          contact_person: "Thủ kho",
          phone_number: "(+84)0000000001",
          postal_code: "",
        },
      })),
    }),
  },
]
