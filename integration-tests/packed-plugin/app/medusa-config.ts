import { defineConfig } from "@medusajs/framework/utils"

/** A shop that installs the plugin as its README says. */
export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "",
      adminCors: "",
      authCors: "",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  plugins: [
    {
      resolve: "medusa-plugin-marketplaces",
      options: {
        encryptionKey: process.env.MARKETPLACES_ENCRYPTION_KEY,
        publicUrl: process.env.MARKETPLACES_PUBLIC_URL,
        providers: [
          {
            resolve: "medusa-plugin-marketplaces/providers/tiktok-shop",
            id: "tiktok-shop",
            options: {
              appKey: process.env.TIKTOK_SHOP_APP_KEY,
              appSecret: process.env.TIKTOK_SHOP_APP_SECRET,
              serviceId: process.env.TIKTOK_SHOP_SERVICE_ID,
            },
          },
          { resolve: "medusa-plugin-marketplaces/providers/tiki", id: "tiki" },
        ],
      },
    },
  ],
})
