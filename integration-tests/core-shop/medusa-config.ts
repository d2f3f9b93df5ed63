import { defineConfig } from "@medusajs/framework/utils"

/** Medusa as it comes, without this plugin: for what must hold in any shop. */
export default defineConfig({
  projectConfig: {
    http: {
      storeCors: "",
      adminCors: "",
      authCors: "",
      jwtSecret: "test",
      cookieSecret: "test",
    },
  },
})
